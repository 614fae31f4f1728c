import type { Theme } from './enterprise-names.ts'

/** A story is one opening, one sentence of the work and one promise; `{town}`, `{year}` and `{n}` are filled in. */
/** `only`: first-level categories of which the shelf must hold one for the sentence to be true. */
export type StoryPart = { zh: string; en: string; only?: Array<string> }

export const openings: Readonly<Record<string, Array<StoryPart>>> = {
  trade: [
    {
      zh: '仓库在{town}，{year}年开张，{n}个人跑收购、验货和发货。',
      en: 'Our store in {town} opened in {year}; {n} of us buy, check and ship.',
    },
    {
      zh: '{year}年起在{town}做土特产，和周边{n}家小生产者打交道。',
      en: 'Dealing in local goods from {town} since {year}, with {n} small producers around us.',
    },
    {
      zh: '{town}人{year}年合伙办的门市，前面卖货，后院打包，一共{n}个伙计。',
      en: 'A shop founded in {town} in {year}, goods in front and packing behind, {n} hands in all.',
    },
  ],
  company: [
    {
      zh: '{year}年办在{town}的小厂，从{n}个人起步。',
      en: 'A small plant in {town}, begun in {year} with {n} people.',
    },
    {
      zh: '厂子在{town}，{year}年开工，附近{n}户给我们供原料。',
      en: 'Our plant opened in {town} in {year} and buys from {n} households nearby.',
    },
    {
      zh: '几个返乡的年轻人{year}年在{town}合伙办了这家公司。',
      en: 'A few young people came home to {town} in {year} and started this company together.',
    },
    {
      zh: '我们{year}年落户{town}，做本地原料，也用本地工人，现在有{n}人。',
      en: 'In {town} since {year}, we use local produce and local hands, {n} of them now.',
    },
  ],
  cooperative: [
    {
      zh: '{year}年，{town}的{n}户人家合起来成立了这个合作社。',
      en: 'In {year}, {n} households of {town} founded this cooperative.',
    },
    {
      zh: '合作社在{town}，{year}年登记，现在有社员{n}户。',
      en: 'The cooperative was registered in {town} in {year} and has {n} member households.',
    },
    {
      zh: '从{year}年起，{town}的乡亲统一种、统一收、统一卖，社员有{n}户。',
      en: 'Since {year} the people of {town} have grown, gathered and sold together, {n} households in all.',
    },
    {
      zh: '{town}几个带头人{year}年牵头建社，把{n}户的零散地块连成了片。',
      en: 'In {year} a few neighbours in {town} joined the scattered plots of {n} households into one.',
    },
  ],
  'family-farm': [
    {
      zh: '一家人在{town}经营的农场，{year}年注册，老少{n}口都上阵。',
      en: 'A farm in {town} run by one family of {n}, registered in {year}.',
    },
    {
      zh: '我家在{town}种养了两代，{year}年挂上家庭农场的牌子，农忙时雇{n}个邻居。',
      en: 'Two generations of us have farmed in {town}; the sign went up in {year} and {n} neighbours help at harvest.',
    },
    {
      zh: '{town}的一户人家，{year}年把自家地和邻居托管的{n}块地一起种了起来。',
      en: 'One household of {town} that since {year} has worked its own land and {n} plots in trust.',
    },
  ],
  workshop: [
    {
      zh: '{town}巷子里的手工作坊，{year}年开张，{n}双手做活。',
      en: 'A workshop in a lane of {town}, open since {year}, with {n} pairs of hands.',
    },
    {
      zh: '师傅带着{n}个徒弟，{year}年在{town}支起了这间作坊。',
      en: 'A master and {n} apprentices set up this workshop in {town} in {year}.',
    },
    {
      zh: '前店后坊，开在{town}，从{year}年做到现在，还是{n}个人的小摊子。',
      en: 'Shop in front, workroom behind, in {town} since {year} and still only {n} of us.',
    },
  ],
}

export const works: Readonly<Record<Theme, Array<StoryPart>>> = {
  grain: [
    {
      zh: '谷子收回来先晾透再入库，接到订单才脱壳，碾好两天内发走。',
      en: 'Grain is dried before it is stored and husked only when an order comes, then sent within two days.',
    },
    {
      zh: '地块分开记账，哪块地、哪天收、哪台碾，都写在袋子背后的卡上。',
      en: 'Every plot has its page: which field, which day, which mill, all on the card behind the bag.',
    },
    {
      zh: '种子自留，粪肥上地，除草靠人和锄头，产量不高但米香足。',
      en: 'Own seed, manured fields, weeding by hoe: the yield is modest and the fragrance is not.',
    },
    {
      zh: '粮食过三道筛再人工挑拣一遍，石子和瘪粒都不放过。',
      en: 'Three sieves and then human eyes, so that neither stones nor empty husks get through.',
    },
    {
      zh: '低温库存粮，夏天不生虫；面粉小批量磨，磨一批卖一批。',
      en: 'Grain rests in a cool store, flour is milled in small lots and sold as it is milled.',
    },
  ],
  pasture: [
    {
      zh: '牛羊在草场上走着吃草，出栏前驻场兽医检疫，分割间全程冷着。',
      en: 'The animals walk their pasture, are inspected before they leave it, and are cut in a cold room.',
      only: ['meat'],
    },
    {
      zh: '冬天备足干草，春天接羔不分昼夜；肉排酸后再分割，按部位装袋。',
      en: 'Hay for winter, sleepless lambing in spring; the meat is rested before it is cut and bagged by part.',
      only: ['meat'],
    },
    {
      zh: '早晚两次挤奶，当天的奶当天熬，锅边站着的还是那几位额吉。',
      en: 'Milked twice a day and boiled the same day, with the same grandmothers standing at the pan.',
      only: ['dairy'],
    },
    {
      zh: '轮牧分成几片，草长起来再换场，宁可少养几只也不压草。',
      en: 'We rotate pastures and would rather keep fewer animals than wear out the grass.',
    },
    {
      zh: '每一批都留样，检疫证和出厂检验放在同一个文件夹，问就能看。',
      en: 'A sample of each lot is kept, with its quarantine and inspection papers in one folder for anyone who asks.',
    },
  ],
  garden: [
    {
      zh: '天不亮进棚采摘，两小时内预冷，装箱前再挑一遍。',
      en: 'Picked before light, pre-cooled within two hours and sorted once more at packing.',
      only: ['produce'],
    },
    {
      zh: '蜂箱放进大棚授粉，黄板诱虫，药能少打就少打，次次有记录。',
      en: 'Bees pollinate, sticky cards catch insects, and whatever is sprayed is little and written down.',
      only: ['produce'],
    },
    {
      zh: '浇的是井水，上的是发酵好的羊粪，果子长得慢一点，味道浓一点。',
      en: 'Well water and composted manure: the fruit grows a little slower and tastes a little more.',
      only: ['produce'],
    },
    {
      zh: '每筐挂着棚号和采摘人，谁摘的谁负责，坏果算自己的。',
      en: 'Each crate carries its greenhouse and its picker; whoever picked it answers for it.',
      only: ['produce'],
    },
    {
      zh: '按成熟度分三等，远路的八成熟走，近处的等到红透。',
      en: 'Three grades of ripeness: firm for the long road, fully red for the near one.',
      only: ['produce'],
    },
  ],
  forest: [
    {
      zh: '菌棒自己做，棚里只控温控湿，出菇一茬接一茬，采下就预冷。',
      en: 'We make our own logs, mind only warmth and moisture, and cool each flush as it is picked.',
      only: ['fungi'],
    },
    {
      zh: '上山按节气走，采大留小，明年那片坡还要长。',
      en: 'We go up by the solar terms and leave the small ones, since the slope must bear again.',
      only: ['fungi'],
    },
    {
      zh: '晾晒用架子不落地，翻动靠手，干到一掰就断才装袋。',
      en: 'Dried on racks, turned by hand, and bagged only when it snaps.',
      only: ['fungi', 'herb'],
    },
    {
      zh: '湖上按配额下网，小鱼放回去，鱼上岸两小时内入冷库。',
      en: 'We net within quota, return the small fish and have the catch in the cold store within two hours.',
      only: ['aquatic'],
    },
    {
      zh: '药材起根、清洗、切片在一个院子里做完，批次和地块对得上号。',
      en: 'Roots are dug, washed and sliced in one yard, so that each batch matches its plot.',
      only: ['herb'],
    },
  ],
  kitchen: [
    {
      zh: '面自己发，馅自己调，一天只做够当天发货的量。',
      en: 'Our own dough, our own filling, and each day only as much as ships that day.',
      only: ['ready', 'snack'],
    },
    {
      zh: '老锅老汤每天过滤续上，火候由老师傅盯着，机器只管包装。',
      en: 'The old stock is strained and fed daily and a master watches the fire; machines only pack.',
      only: ['ready'],
    },
    {
      zh: '原料从本旗县收，配料表写几样就是几样，看得见摸得着。',
      en: 'Ingredients come from our own county, and the list on the label is the whole list.',
    },
    {
      zh: '酱缸晒在院里，盖子开合跟着天气走，急不得。',
      en: 'The crocks stand in the yard, opened and closed with the weather; there is no hurrying them.',
      only: ['condiment'],
    },
    {
      zh: '炒货分锅小炒，瘪籽先筛后挑，出锅摊凉再装袋。',
      en: 'Small pans, sieved and picked seeds, cooled in trays before they are bagged.',
      only: ['snack'],
    },
  ],
  craft: [
    {
      zh: '选料、打样、修边都在一张案子上，一件活从头到尾一个人做。',
      en: 'Choosing, roughing out and finishing happen at one bench, one person to a piece.',
    },
    {
      zh: '每件先拍图给买家看，点头了再下刀或装箱。',
      en: 'We photograph each piece and cut or pack only when the buyer nods.',
    },
    {
      zh: '纹样跟着老谱子画，颜色敢配一点新的，年轻人也愿意用。',
      en: 'Patterns come from old books, colours are a little bolder, and young people use them.',
    },
    {
      zh: '冬闲时请乡亲来做活，按件计钱，手艺就这样传下来。',
      en: 'In the idle months neighbours come in and are paid by the piece; that is how the craft goes on.',
    },
    {
      zh: '边角料做成小挂件，舍不得扔，也让更多人买得起。',
      en: 'Offcuts become small charms, too good to waste and within more people’s reach.',
    },
  ],
  trade: [
    {
      zh: '我们自己不种不养，只替周边的小生产者收货、检验、打包，标清产地和出处。',
      en: 'We grow nothing ourselves; we collect, check and pack for small producers and name each one’s place.',
    },
    {
      zh: '仓库分常温、冷藏、冷冻三间，一张单子里的东西凑齐再发。',
      en: 'Three stores, ambient, chilled and frozen, from which an order leaves complete.',
    },
    {
      zh: '每季走一遍各乡镇，尝过的才上架，季节过了就下架。',
      en: 'Each season we go round the townships, list what we have tasted and take it down when it is over.',
    },
    {
      zh: '品种杂，但每样都留样留票，出了问题能找到是哪一家哪一天。',
      en: 'A mixed shelf, with a sample and a receipt for each thing, so that any question finds its maker and day.',
    },
  ],
}

export const promises: Array<StoryPart> = [
  {
    zh: '收到不满意，拍张照片给我们，话不多说先解决。',
    en: 'If something is wrong, send a photo and we put it right first.',
  },
  {
    zh: '逢年过节单子多，我们宁可排队也不换料。',
    en: 'When the holidays come we would rather make you wait than change the ingredients.',
  },
  {
    zh: '北京的老主顾一年买几回，我们就知道做得对不对。',
    en: 'Our regulars in Beijing tell us, by coming back, whether we are doing it right.',
  },
  {
    zh: '电话有人接，包裹有人跟，规模小，事事能落到人。',
    en: 'Someone answers the phone and follows the parcel; small as we are, everything has a name to it.',
  },
  {
    zh: '每箱里放一张手写的吃法卡，是我们会计的字。',
    en: 'In each box there is a card with a way to cook it, in our bookkeeper’s handwriting.',
  },
  { zh: '想来看看提前说一声，管一碗热汤。', en: 'Tell us before you visit and there will be hot soup.' },
  {
    zh: '价钱随行就市，涨了会说明白，跌了也跟着降。',
    en: 'Prices follow the market: we explain when they rise and lower them when they fall.',
  },
  { zh: '我们把好的发给您，次的自己吃。', en: 'You get the good ones; we eat the rest.' },
]
