import { dragonPath } from '#app/ui/dragon-path.ts'
import {
  ball,
  box,
  type Canvas,
  type Drawing,
  darker,
  fill,
  gradient,
  groundShadow,
  lighter,
  line,
  move,
  n,
  oval,
} from '../draw.ts'

/** 笤帚: a whisk of sorghum straw, bound with red cord. */
export function broom(canvas: Canvas, small: boolean): Drawing {
  let straw = ''
  let dark = ''
  for (let index = 0; index < 44; index++) {
    const t = index / 43 - 0.5
    const d = `M${n(t * 60)} -190Q${n(t * 150)} -110 ${n(t * 330 + canvas.random.between(-6, 6))} ${n(canvas.random.between(-12, 4) - Math.cos(t * 3) * 6)}`
    if (index % 3) straw += d
    else dark += d
  }
  const tall = small ? -330 : -430
  return {
    svg:
      line(dark, '#b98f4a', 9) +
      line(straw, '#e3c07a', 7) +
      line(`M0 -190V${tall}`, '#c99a54', 34) +
      line(`M-8 -200V${tall + 10}`, '#e8c98a', 7) +
      [-188, -172, -156, -240, tall + 34]
        .map((y) =>
          line(`M${y < -200 ? -17 : -32} ${y}q${y < -200 ? '17 6 34 0' : '32 14 64 0'}`, '#b3362a', 9),
        )
        .join('') +
      `<circle cx="0" cy="${tall - 12}" r="12" fill="none" stroke="#b3362a" stroke-width="6"/>`,
    width: 330,
    height: -tall,
  }
}

/** 盖帘: stalks sewn into a round tray. */
export function strawTray(canvas: Canvas): Drawing {
  const id = canvas.define('tray', (name) => `<clipPath id="${name}"><circle cy="-190" r="184"/></clipPath>`)
  let stalks = ''
  for (let x = -180; x <= 180; x += 15) stalks += `M${x} -376V-4`
  return {
    svg:
      oval(8, -182, 186, 186, '#7a5a30', 'opacity=".35"') +
      oval(0, -190, 186, 186, '#b98f4a') +
      `<g clip-path="url(#${id})">${line(stalks, '#e6c684', 12.5)}${line('M-180 -250H180M-180 -190H180M-180 -130H180', '#b3362a', 3.5, 'stroke-dasharray="8 7"')}</g>`,
    width: 372,
    height: 376,
  }
}

const stones = { plain: '#d9a58c', yellow: '#e0b24e', blood: '#ecdcc8' }

/** Balin seal stone: warm and veined, its top rounded and cut with a scroll. */
export function seal(canvas: Canvas, kind: keyof typeof stones): Drawing {
  const stone = stones[kind]
  const top = 'M-72 -200C-78 -262 -40 -300 14 -304C70 -306 112 -280 112 -226L72 -200Z'
  const scroll = move(
    4,
    -244,
    line('M-60 12c20 -34 56 -34 56 -6s-34 18 -24 -6M4 10q30 12 56 -8', darker(stone, 0.28), 6),
  )
  return {
    svg:
      groundShadow(canvas, 20, 0, 150, 30) +
      fill('M72 -206L112 -232V-22L72 0Z', darker(stone, 0.28)) +
      box(-72, -206, 144, 206, 3, gradient(canvas, [lighter(stone, 0.3), stone, darker(stone, 0.12)])) +
      fill(top, gradient(canvas, [lighter(stone, 0.42), darker(stone, 0.08)])) +
      line('M-72 -200H72L110 -226', lighter(stone, 0.5), 4) +
      scroll +
      (kind === 'blood' ? bloodspots(canvas) : veins(canvas, lighter(stone, 0.5))) +
      line('M-58 -188V-16', '#ffffff', 7, 'opacity=".35"'),
    width: 190,
    height: 306,
  }
}

function veins(canvas: Canvas, colour: string): string {
  const { random } = canvas
  const paths = Array.from(
    { length: 5 },
    (_, index) =>
      `M${n(random.between(-66, -20))} ${n(-180 + index * 36)}q${n(random.between(16, 50))} ${n(random.between(-22, 22))} ${n(random.between(56, 84))} ${n(random.between(-14, 24))}`,
  )
  return line(paths.join(''), colour, 4.5, 'opacity=".75"')
}

/** 鸡血: cinnabar that runs through the stone in clouds. */
function bloodspots(canvas: Canvas): string {
  const { random } = canvas
  const [x, y] = [random.between(-14, 14), random.between(-140, -90)]
  let large = ''
  let small = ''
  for (let index = 0; index < 60; index++) {
    const along = random.between(-1, 1)
    const spot = `M${n(Math.max(-56, Math.min(56, x + along * 42 + random.between(-22, 22))))} ${n(Math.max(-186, Math.min(-18, y - along * 56 + random.between(-30, 30))))}l${n(random.between(0, 9))} ${n(random.between(-8, 2))}`
    if (index % 3) small += spot
    else large += spot
  }
  return line(large, '#b3261e', 17, 'opacity=".85"') + line(small, '#c93a2a', 8, 'opacity=".8"')
}

/** The impression of a seal, without characters: a square of Hongshan scrolls. */
export function sealPrint(): Drawing {
  return {
    svg: box(-62, -124, 124, 124, 10, '#b3362a') + line('M-40 -100h80v76h-80v-52h54v28h-28', '#fdf3e6', 9),
    width: 124,
    height: 124,
  }
}

/** The C-shaped dragon in jade, hung from a rosewood stand. */
export function jadeDragon(canvas: Canvas): Drawing {
  const carved = (colour: string) =>
    `<g transform="translate(-200 -428) scale(3.9)">${fill(dragonPath, colour)}</g>`
  const shine = 'M24 30C34 18 46 16 58 17M15.5 52C16 66 22 78 34 85'
  return {
    svg:
      groundShadow(canvas, 14, 0, 210, 34) +
      box(-130, -30, 260, 30, 8, gradient(canvas, ['#7a4a30', '#4f2d1c'])) +
      fill('M-90 -30Q-84 -62 -46 -66Q0 -50 46 -66Q84 -62 90 -30Z', gradient(canvas, ['#8f5a3a', '#643822'])) +
      move(9, 6, carved('#2f5a4c')) +
      carved(gradient(canvas, ['#9cc4ae', '#6e9c8c', '#4f8070'])) +
      `<g transform="translate(-200 -428) scale(3.9)">${line(shine, '#dcefe2', 2.4, 'opacity=".85"')}</g>`,
    width: 400,
    height: 430,
  }
}

/** 玉猪龙: the thick slit ring of a pig dragon. */
export function pigDragon(canvas: Canvas): Drawing {
  const jade = ball(canvas, '#e6ecc8', '#a9bf94', '#6f8f6c')
  return {
    svg:
      groundShadow(canvas, 14, 0, 190, 34) +
      fill(
        'M60 -334C150 -300 182 -220 172 -150C160 -50 80 0 0 0S-170 -60 -172 -160C-174 -230 -140 -300 -90 -330L-70 -372L-34 -346L6 -378L30 -340Z M0 -196A52 52 0 1 0 0 -92A52 52 0 0 0 50 -132L168 -120L170 -140L44 -156A52 52 0 0 0 0 -196Z',
        jade,
        'fill-rule="evenodd"',
      ) +
      '<circle cx="66" cy="-256" r="24" fill="none" stroke="#5f7f5c" stroke-width="8"/><circle cx="66" cy="-256" r="8" fill="#5f7f5c"/>' +
      line('M120 -226q28 8 40 30M106 -206q26 10 38 30M92 -190q22 10 32 26', '#5f7f5c', 6) +
      line('M-120 -220Q-140 -120 -80 -60', '#fbfdf0', 12, 'opacity=".6"'),
    width: 350,
    height: 376,
  }
}

export function silverBowl(canvas: Canvas): Drawing {
  const silver = gradient(canvas, ['#f7f8f8', '#c5cacd', '#eef0f1', '#8f979c'], true)
  return {
    svg:
      groundShadow(canvas, 12, 0, 210, 36) +
      box(-70, -30, 140, 30, 6, silver) +
      oval(0, -176, 186, 44, '#7d858a') +
      fill('M-186 -176C-180 -70 -90 -24 0 -24S180 -70 186 -176A186 44 0 0 1 -186 -176Z', silver) +
      line('M-178 -140Q0 -84 178 -140M-160 -96Q0 -44 160 -96', '#8f979c', 4) +
      [-110, -50, 16, 82]
        .map((x) =>
          move(x + 12, -84 + Math.abs(x) / 12, line('M-24 0c6 -24 34 -24 34 0s-24 14 -16 -4', '#7d858a', 5)),
        )
        .join('') +
      line('M-186 -178A186 44 0 0 0 186 -178', '#ffffff', 6) +
      oval(0, -176, 20, 6, '#d9a441'),
    width: 372,
    height: 220,
  }
}

/** Silk or cashmere: a folded cloth with a falling end. */
export function scarf(canvas: Canvas, colour: string, fringe: boolean): Drawing {
  const fold = (y: number, tone: string) =>
    fill(
      `M-190 ${y}Q-206 ${y - 34} -180 ${y - 64}H170Q200 ${y - 34} 186 ${y}Z`,
      gradient(canvas, [lighter(tone, 0.3), tone]),
    )
  const ends = fringe
    ? line(
        Array.from({ length: 15 }, (_, index) => `M${-30 + index * 11} 44v34`).join(''),
        darker(colour, 0.1),
        5,
      )
    : ''
  return {
    svg:
      groundShadow(canvas, 10, 0, 250, 40) +
      fold(0, darker(colour, 0.16)) +
      fold(-56, colour) +
      fold(-112, lighter(colour, 0.12)) +
      fill('M-40 -176H130L136 44H-34Z', gradient(canvas, [lighter(colour, 0.34), colour])) +
      [-140, -90, -40, 10]
        .map((y) =>
          move(
            46,
            y,
            line('M-60 12c20 -34 56 -34 56 -6s-34 18 -24 -6M4 10q30 12 56 -8', '#fdf8ee', 5, 'opacity=".75"'),
          ),
        )
        .join('') +
      ends,
    width: 400,
    height: 190,
  }
}

/** 剪纸: eight-fold paper cut on a sheet. */
export function paperCut(canvas: Canvas): Drawing {
  const { random } = canvas
  const petal = `M0 -20C${random.whole(28, 44)} -60 ${random.whole(20, 40)} -110 0 -${random.whole(138, 152)}C-${random.whole(20, 40)} -110 -${random.whole(28, 44)} -60 0 -20Z`
  const ring = Array.from(
    { length: 8 },
    (_, index) =>
      `<g transform="rotate(${index * 45})"><path d="${petal}" fill="#b3362a"/><path d="M0 -56q12 -26 0 -56q-12 30 0 56Z" fill="#fdf8ee"/><circle cx="0" cy="-128" r="6" fill="#fdf8ee"/><path d="M0 -158l12 16h-24Z" fill="#b3362a" transform="rotate(22.5)"/></g>`,
  ).join('')
  return {
    svg:
      groundShadow(canvas, 10, 0, 230, 30) +
      box(-196, -404, 392, 404, 4, '#8a5a38') +
      box(-180, -388, 360, 372, 2, '#fdf8ee') +
      `<g transform="translate(0 -202)"><circle r="162" fill="none" stroke="#b3362a" stroke-width="7"/>${ring}<circle r="24" fill="#b3362a"/><circle r="10" fill="#fdf8ee"/></g>`,
    width: 392,
    height: 404,
  }
}

/** A tooled leather picture: grassland and a horse's arc of hills. */
export function leatherPicture(canvas: Canvas): Drawing {
  return {
    svg:
      groundShadow(canvas, 10, 0, 230, 30) +
      box(-210, -330, 420, 330, 6, '#5a3420') +
      box(-190, -310, 380, 290, 2, gradient(canvas, ['#c98f55', '#a96c38'])) +
      line(
        'M-176 -120Q-90 -200 -10 -140T176 -170M-176 -80Q-40 -140 60 -96T176 -110M-176 -44Q0 -90 176 -60',
        '#6f3f1e',
        7,
      ) +
      oval(96, -240, 32, 32, '#8a5228') +
      move(-60, -216, line('M-70 14c20 -34 56 -34 56 -6s-34 18 -24 -6M-6 12q30 14 60 -8', '#6f3f1e', 7)) +
      box(-176, -296, 352, 262, 2, 'none', 'stroke="#6f3f1e" stroke-width="4" stroke-dasharray="10 8"'),
    width: 420,
    height: 330,
  }
}

export function sachet(canvas: Canvas, colour: string): Drawing {
  return {
    svg:
      line('M0 -260V-330', '#b3362a', 7) +
      line('M-24 -6V74M-8 -2V84M8 -2V84M24 -6V74', '#d9a441', 7) +
      fill(
        'M-90 -120C-110 -30 -40 0 0 0S110 -30 90 -120C80 -200 40 -230 0 -260C-40 -230 -80 -200 -90 -120Z',
        gradient(canvas, [lighter(colour, 0.22), darker(colour, 0.12)]),
      ) +
      line(
        'M-50 -100c16 -44 60 -44 60 -6s-42 22 -30 -10M10 -70q30 14 52 -20M-40 -46q40 24 82 0',
        '#f3d77a',
        8,
      ) +
      line('M-70 -176Q0 -150 70 -176', '#f3d77a', 7) +
      oval(0, -258, 13, 13, '#6e9c8c'),
    width: 190,
    height: 340,
  }
}

/** Liao wares: the cockscomb flask, and the pot filled from below. */
export function cockscombFlask(canvas: Canvas): Drawing {
  const glaze = gradient(canvas, ['#8fae5a', '#d9a441', '#b3762c'])
  return {
    svg:
      groundShadow(canvas, 14, 0, 170, 32) +
      fill(
        'M-130 -40C-150 -150 -120 -240 -96 -300Q-60 -360 -20 -330Q10 -370 50 -330L70 -300C120 -230 150 -140 128 -40Q110 0 0 0T-130 -40Z',
        glaze,
      ) +
      fill('M-96 -300L-112 -372Q-90 -386 -66 -374L-60 -318Z', '#a9bf6a') +
      '<circle cx="16" cy="-296" r="24" fill="#fbf7f0"/>' +
      line('M-96 -60Q0 -20 96 -60M-104 -160Q0 -130 104 -160', '#fdf3d6', 6, 'opacity=".8"') +
      move(4, -94, line('M-60 12c20 -34 56 -34 56 -6s-34 18 -24 -6M4 10q30 12 56 -8', '#fdf3d6', 8)) +
      fill('M-112 -80C-120 -160 -100 -220 -84 -262Q-92 -160 -92 -60Z', '#ffffff', 'opacity=".35"'),
    width: 270,
    height: 384,
  }
}

export function pot(canvas: Canvas, glaze: string): Drawing {
  return {
    svg:
      groundShadow(canvas, 14, 0, 210, 36) +
      line('M-90 -230C-200 -300 -230 -120 -126 -90', darker(glaze, 0.12), 26) +
      fill(
        'M110 -130C170 -150 170 -230 214 -250L232 -232C200 -190 200 -110 120 -70Z',
        gradient(canvas, [lighter(glaze, 0.2), darker(glaze, 0.1)]),
      ) +
      oval(0, -120, 142, 122, ball(canvas, lighter(glaze, 0.55), glaze, darker(glaze, 0.32))) +
      fill('M-52 -236Q0 -282 52 -236Q0 -218 -52 -236Z', darker(glaze, 0.08)) +
      oval(0, -270, 18, 16, '#d9a441') +
      box(-70, -12, 140, 14, 6, darker(glaze, 0.3)) +
      line('M-104 -150q30 -40 60 0t60 0t60 0', lighter(glaze, 0.6), 7, 'opacity=".8"') +
      line('M-96 -70Q0 -30 96 -70', lighter(glaze, 0.5), 5, 'opacity=".7"'),
    width: 420,
    height: 290,
  }
}

export function patchworkBag(canvas: Canvas): Drawing {
  const colours = ['#b3362a', '#d9a441', '#6e9c8c', '#5b6fa8', '#c98ba0', '#8a9a5a']
  const id = canvas.define(
    'bag',
    (name) =>
      `<clipPath id="${name}"><path d="M-160 -230H160L190 -20Q190 0 160 0H-160Q-190 0 -190 -20Z"/></clipPath>`,
  )
  let patches = ''
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 6; column++)
      patches +=
        box(-192 + column * 64, -232 + row * 59, 64, 59, 0, canvas.random.pick(colours)) +
        line(
          `M${-192 + column * 64} ${-232 + row * 59}l64 59`,
          '#fdf8ee',
          3,
          'stroke-dasharray="6 6" opacity=".7"',
        )
  return {
    svg:
      groundShadow(canvas, 12, 0, 240, 36) +
      line('M-90 -226C-90 -400 90 -400 90 -226', '#7a4a30', 20) +
      `<g clip-path="url(#${id})">${patches}</g>` +
      box(-164, -240, 328, 30, 10, '#7a4a30'),
    width: 380,
    height: 380,
  }
}

/** Bronze bookmark with a tassel. */
export function bookmark(): Drawing {
  return {
    svg: `<g transform="rotate(14)">${box(-50, -360, 100, 330, 10, '#b98f4a')}${box(-40, -350, 80, 310, 6, '#d9b26a')}${line('M-20 -320h40v40h-40v30h40M-20 -210h40M0 -230v60M-22 -150h44v44h-44ZM-18 -80q18 20 36 0', '#6f4a20', 7)}${line('M0 -360q10 -40 40 -46', '#b3362a', 5)}${line('M40 -406v90M34 -400v80M46 -400v80', '#b3362a', 6)}</g>`,
    width: 190,
    height: 400,
  }
}

export function pagodaMagnet(pagodaSvg: string): Drawing {
  return {
    svg:
      oval(0, -180, 168, 178, '#fdf8ee') +
      `<ellipse cy="-180" rx="154" ry="164" fill="#dfe6ee" stroke="#b3762c" stroke-width="8"/>` +
      move(0, -50, pagodaSvg, 1.35) +
      fill('M-140 -110Q0 -40 140 -110Q100 -18 0 -16T-140 -110Z', '#8fa763', 'opacity=".85"'),
    width: 340,
    height: 360,
  }
}
