// Texts that would run `xss()` if a page let them become markup, code, an address or a style. The kinds follow OWASP's
// filter evasion cheat sheet and the contexts that a page of ours has.

const breakouts = [
  ...['"><', "'><", '`><', '--><', ']]><', '</title><', '</textarea><', '</style><', '</noscript><'],
  ...['</script><', '</select><', '</option><', '</template><', '</svg><', '</math><', '</iframe><'],
].map((end) => `${end}script>xss()</script>`)

const scripts = [
  '<script>xss()</script>',
  '<SCRIPT>xss()</SCRIPT>',
  '<scr<script>ipt>xss()</scr</script>ipt>',
  '<script/xss>xss()</script/xss>',
  '<script\n>xss()</script\n>',
  '<script src=data:text/javascript,xss()></script>',
  '<script src="data:text/javascript;base64,eHNzKCk="></script>',
  '<script type=module>xss()</script>',
  '<script>/*<!--*/xss()//--></script>',
  '＜script＞xss()＜/script＞',
  '&lt;script&gt;xss()&lt;/script&gt;',
  '%3Cscript%3Exss()%3C/script%3E',
  '\\u003cscript\\u003exss()\\u003c/script\\u003e',
  '<<script>xss()//<</script>',
]

const handlers = [
  ...['onerror', 'onload', 'onloadstart'].map((event) => `<img src=x ${event}=xss()>`),
  ...['onload', 'onbegin', 'onfocusin'].map((event) => `<svg ${event}=xss()>`),
  ...['onfocus', 'onclick', 'onmouseover', 'onpointerenter', 'onanimationstart', 'ontransitionend'].map(
    (event) => `<a autofocus tabindex=0 style="animation:fade 1ms" ${event}=xss()>x</a>`,
  ),
  ...['onpageshow', 'onload', 'onresize', 'onscroll', 'onhashchange'].map((event) => `<body ${event}=xss()>`),
  '<input autofocus onfocus=xss()>',
  '<select autofocus onfocus=xss()>',
  '<textarea autofocus onfocus=xss()>',
  '<details open ontoggle=xss()>',
  '<video src=x onerror=xss()>',
  '<video><source onerror=xss()></video>',
  '<audio src=x onerror=xss()>',
  '<object data=x onerror=xss()>',
  '<embed src=x onerror=xss()>',
  '<link rel=stylesheet href=x onerror=xss()>',
  '<style onload=xss()></style>',
  '<marquee onstart=xss()>x</marquee>',
  '<meter onmouseover=xss()>1</meter>',
  '<form><button formaction=javascript:xss()>x</button></form>',
  '" onfocus=xss() autofocus x="',
  "' onfocus=xss() autofocus x='",
  '" onmouseover="xss()',
  '"/onerror=xss()/src=x x="',
  'x onerror=xss()',
]

const addresses = [
  'javascript:xss()',
  'JaVaScRiPt:xss()',
  ' javascript:xss()',
  'java\tscript:xss()',
  'java\nscript:xss()',
  '\u0001javascript:xss()',
  'javascript&colon;xss()',
  'javascript://%0axss()',
  'data:text/html,<script>xss()</script>',
  'data:image/svg+xml,<svg onload=xss()>',
  'vbscript:xss()',
  '<a href=javascript:xss()>x</a>',
  '<a href="&#106;avascript:xss()">x</a>',
  '<iframe src=javascript:xss()>',
  '<iframe srcdoc="<script>parent.xss()</script>">',
  '<form action=javascript:xss()><input type=submit></form>',
  '<base href="javascript:/a/+xss()//">',
  '<meta http-equiv=refresh content="0;url=javascript:xss()">',
  '<object data="javascript:xss()">',
]

const graphics = [
  '<svg><script>xss()</script></svg>',
  '<svg><a xlink:href=javascript:xss()><text y=9>x</text></a></svg>',
  '<svg><animate onbegin=xss() attributeName=x dur=1s>',
  '<svg><set onbegin=xss() attributeName=x>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=xss()></svg>#x"/></svg>',
  '<svg><foreignObject><img src=x onerror=xss()></foreignObject></svg>',
  '<math><a xlink:href=javascript:xss()>x</a></math>',
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="xss()"/>',
]

/** Harmless to one parser and markup to the next. */
const mutations = [
  '<noscript><p title="</noscript><img src=x onerror=xss()>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=xss()></style>',
  '<svg></p><style><a id="</style><img src=x onerror=xss()>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=xss()>',
  '<listing>&lt;img src=x onerror=xss()&gt;</listing>',
  '<template><s><template><s><img src=x onerror=xss()></s></template>',
  '<a title="`<img src=x onerror=xss()>`">x</a>',
  '<x/><title></title/><img src=x onerror=xss()>',
  '<img src="x` `<script>xss()</script>"` `>',
  '<!--><img src=x onerror=xss()>-->',
]

const styles = [
  '<style>@import "data:text/css,*{}";</style><style>*{background:url(javascript:xss())}</style>',
  '<div style="background:url(javascript:xss())">x</div>',
  '<div style="width:expression(xss())">x</div>',
  '<div style="behavior:url(x)">x</div>',
  'red;background:url(javascript:xss())',
  '}*{animation:x}@keyframes x{}</style><img src=x onerror=xss()>',
]

/** Out of a string of JavaScript or JSON, as the handoff of data and JSON-LD are. */
const code = [
  '";xss();//',
  "';xss();//",
  '`;xss();//',
  '${xss()}',
  '{{constructor.constructor("xss()")()}}',
  '\\";xss();//',
  '</script><svg onload=xss()>',
  '\u2028xss()\u2029',
  '"]);window.__remixContext.streamController.close();xss();//',
  '{"__html":"<img src=x onerror=xss()>"}',
  '"}</script><script>xss()</script>',
  '{"@type":"</script><script>xss()</script>"}',
  '#{xss()}',
  '<%= xss() %>',
]

export const vectors: ReadonlyArray<string> = [
  ...[...breakouts, ...scripts, ...handlers, ...addresses, ...graphics, ...mutations, ...styles, ...code],
]
