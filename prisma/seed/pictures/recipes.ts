import type { Canvas, Drawing } from './draw.ts'
import { noto } from './noto.ts'
import type { BottleShape } from './packs.ts'
import { millet, pagoda } from './scenery/details.ts'
import * as craft from './subjects/craft.ts'
import * as dairy from './subjects/dairy-and-bakery.ts'
import * as field from './subjects/field.ts'
import * as meat from './subjects/meat-and-fish.ts'

export type VesselName = 'bowl' | 'plate' | 'basket' | 'crate' | 'board' | 'sack'
export type Make = (canvas: Canvas) => Drawing
export type PackName = 'kraft' | 'vacuum' | 'carton' | 'gift' | 'tin' | 'jar' | BottleShape

export type Content =
  | { kind: 'heap'; grain: string }
  | { kind: 'pile'; pieces: ReadonlyArray<Make>; size: number; rows: number }
  /** Bottles of this shape and a cup of what is in them. */
  | { kind: 'bottles'; shape: BottleShape; drink: string }
  /** Works of hand: one large, perhaps a second, smaller one. */
  | { kind: 'work'; pieces: ReadonlyArray<Make> }
  | { kind: 'jars'; colour: string }
  | { kind: 'gift' }

export type Recipe = {
  content: Content
  vessels: ReadonlyArray<VesselName>
  beside: ReadonlyArray<Make>
  pack: PackName
  /** The goods' own colour: windows of bags, juice in bottles. */
  colour: string
}

const icon =
  (name: string): Make =>
  (canvas) =>
    noto(canvas, name)
const ear: Make = (canvas) => ({ svg: millet(canvas), width: 140, height: 240 })
const sprig =
  (leaf: string): Make =>
  (canvas) =>
    field.sprig(canvas, leaf)
const whole =
  (make: Make, scale: number): Make =>
  (canvas) => {
    const { svg, width, height } = make(canvas)
    return { svg: `<g transform="scale(${scale})">${svg}</g>`, width: width * scale, height: height * scale }
  }

const green = sprig('#7d9a58')
const greyGreen = sprig('#8a9a72')
const chilli = icon('hot-pepper')
const garlic = icon('garlic')
const grainVessels: ReadonlyArray<VesselName> = ['bowl', 'sack', 'basket', 'bowl']
const freshVessels: ReadonlyArray<VesselName> = ['basket', 'crate', 'basket', 'crate', 'plate']

function heap(
  grain: string,
  colour: string,
  beside: ReadonlyArray<Make> = [ear, green],
  pack: PackName = 'kraft',
  vessels = grainVessels,
): Recipe {
  return { content: { kind: 'heap', grain }, vessels, beside, pack, colour }
}
function pile(
  pieces: ReadonlyArray<Make>,
  size: number,
  rows: number,
  colour: string,
  pack: PackName = 'vacuum',
  beside: ReadonlyArray<Make> = [green],
  vessels: ReadonlyArray<VesselName> = ['board', 'plate'],
): Recipe {
  return { content: { kind: 'pile', pieces, size, rows }, vessels, beside, pack, colour }
}
function fresh(names: ReadonlyArray<string>, colour: string, size = 190): Recipe {
  return pile(names.map(icon), size, 3, colour, 'carton', [green, sprig('#6f9048')], freshVessels)
}
function bottles(shape: BottleShape, drink: string, beside: ReadonlyArray<Make>): Recipe {
  return { content: { kind: 'bottles', shape, drink }, vessels: [], beside, pack: shape, colour: drink }
}
function work(pieces: ReadonlyArray<Make>, colour: string): Recipe {
  return { content: { kind: 'work', pieces }, vessels: [], beside: [greyGreen, ear], pack: 'gift', colour }
}
function jars(colour: string, beside: ReadonlyArray<Make>): Recipe {
  return { content: { kind: 'jars', colour }, vessels: [], beside, pack: 'jar', colour }
}
const dairyBeside: ReadonlyArray<Make> = [icon('glass-of-milk'), greyGreen]
const meatBeside: ReadonlyArray<Make> = [green, garlic, chilli, icon('onion')]
const cooked = (pieces: ReadonlyArray<Make>, size = 210, rows = 3): Recipe =>
  pile(pieces, size, rows, '#8a4a36', 'vacuum', [green, chilli])

/** Read from the top: the first pattern that is found in the name of a speciality decides. */
const recipes: ReadonlyArray<readonly [RegExp, Recipe]> = [
  [
    /礼包|礼盒$/,
    { content: { kind: 'gift' }, vessels: [], beside: [ear, green], pack: 'gift', colour: '#d9a441' },
  ],
  [
    /挂面|拨面|饸饹/,
    pile([(c) => dairy.noodles(c, /* wheat */ '#ecd9a8', '#b3362a')], 330, 3, '#ecd9a8', 'kraft', [
      ear,
      garlic,
    ]),
  ],
  [
    /粉条/,
    pile(
      [() => dairy.nest('#dcd3c0')],
      220,
      3,
      '#dcd3c0',
      'kraft',
      [icon('potato'), green],
      ['basket', 'plate', 'board'],
    ),
  ],
  [/面鱼/, heap('oatFlour', '#e6d8ba', [ear, garlic], 'vacuum')],
  [/莜面/, heap('oatFlour', '#e6d8ba')],
  [/面粉/, heap('flour', '#f2ead9', [(c) => field.buckwheat(c), ear])],
  [/锅巴/, heap('crackling', '#dba04a', [ear])],
  [/原浆酒|大曲|白酒/, bottles('spirit', '#f3f1ea', [ear, whole(ear, 0.8)])],
  [/小米醋|醋/, bottles('vinegar', '#5a2f1c', [ear, garlic])],
  [/四色米/, heap('fourMillets', '#dba63c')],
  [/绿小米/, heap('greenMillet', '#a9b05e')],
  [/炒米/, heap('friedMillet', '#c08a3c', [icon('glass-of-milk'), ear])],
  [
    /大黄米黏豆包|黏豆包/,
    pile(
      [(c) => dairy.stickyBun(c)],
      190,
      3,
      '#ecc44e',
      'vacuum',
      [ear, green],
      ['plate', 'basket', 'board'],
    ),
  ],
  [/大黄米/, heap('stickyMillet', '#f0c94f')],
  [/荞麦/, heap('buckwheat', '#8f7a58', [(c) => field.buckwheat(c), ear])],
  [/高粱/, heap('sorghum', '#a04e36')],
  [/绿豆/, heap('mung', '#7d9a4a', [green, ear])],
  [/红小豆/, heap('redBean', '#8e3232', [green, ear])],
  [/大米/, heap('rice', '#f8f4e8', [ear, green])],
  [/小米/, heap('millet', '#dfae44')],
  [/文冠果油/, bottles('oil', '#e0b03a', [(c) => field.flaxFlower(c), green])],
  [/亚麻籽油/, bottles('oil', '#d8a52e', [(c) => field.flaxFlower(c), ear])],
  [/沙果干/, heap('driedFruit', '#d9904a', [icon('red-apple'), green])],
  [/打瓜籽/, heap('melonSeed', '#3b3430', [icon('watermelon'), green])],
  [/葵花籽/, heap('sunflowerSeed', '#3f3934', [icon('sunflower')])],
  [/南瓜子/, heap('pumpkinSeed', '#dfd8b8', [green])],
  [/榛子/, heap('hazelnut', '#a9713f', [icon('chestnut'), green])],
  [/杏仁/, heap('almond', '#c68d54', [green])],
  [/红干椒/, heap('driedChilli', '#b3261e', [chilli, garlic])],
  [/白糖/, heap('sugar', '#fdfcf8', [green])],
  [/奶茶粉/, heap('teaPowder', '#d9b98a', [icon('teapot'), icon('glass-of-milk')], 'tin')],
  [/奶片/, heap('milkTablet', '#fbf3dd', dairyBeside)],
  [
    /奶豆腐/,
    pile(
      [(c) => dairy.block(c, 170, 90, '#f8edcf', true), (c) => dairy.block(c, 150, 74, '#fbf3dd')],
      220,
      3,
      '#f8edcf',
      'vacuum',
      dairyBeside,
    ),
  ],
  [/奶皮子/, pile([(c) => dairy.milkSkin(c)], 300, 3, '#f3dfa8', 'vacuum', dairyBeside)],
  [
    /黄油/,
    pile(
      [(c) => dairy.block(c, 190, 84, '#f2cb54'), icon('butter')],
      210,
      2,
      '#f2cb54',
      'carton',
      dairyBeside,
    ),
  ],
  [/奶酪干/, heap('driedCurd', '#f0dfb4', dairyBeside, 'kraft', ['bowl', 'plate', 'basket'])],
  [/马奶酒/, bottles('milk', '#f6f1e2', [icon('glass-of-milk'), greyGreen])],
  [/葡萄酒/, bottles('wine', '#6b1f38', [icon('grapes'), icon('wine-glass')])],
  [/沙棘/, bottles('juice', '#e88a1c', [(c) => field.seaBuckthorn(c)])],
  [/沙果汁/, bottles('juice', '#e2a653', [icon('red-apple'), icon('cherries')])],
  [/蜜$|百花蜜|荆条蜜/, jars('#e0962a', [icon('honey-pot'), icon('honeybee'), icon('blossom')])],
  [/韭菜花/, jars('#6f8a4a', [green, icon('herb')])],
  [/黄豆酱/, jars('#7d4a26', [icon('beans'), chilli])],
  [/桔梗咸菜/, heap('bellflower', '#d9693a', [garlic, chilli], 'jar', ['bowl', 'plate', 'bowl'])],
  [/羊肉卷|肥牛卷/, pile([(c) => meat.meatRoll(c)], 150, 4, '#b8453d', 'vacuum', meatBeside)],
  [/羊排|羔羊排/, pile([(c) => meat.ribs(c)], 330, 2, '#b8453d', 'vacuum', meatBeside)],
  [/羊蝎子|棒骨|手把肉/, pile([(c) => meat.bone(c)], 240, 3, '#b8453d', 'vacuum', meatBeside)],
  [/整羊/, pile([(c) => meat.leg(c), (c) => meat.ribs(c)], 330, 2, '#b8453d', 'carton', meatBeside)],
  [/前腿$|后腿$/, pile([(c) => meat.leg(c)], 420, 2, '#b8453d', 'vacuum', meatBeside)],
  [/牛肉馅/, pile([(c) => meat.mince(c)], 330, 1, '#b8453d', 'vacuum', meatBeside)],
  [/牛排|上脑/, pile([(c) => meat.steak(c)], 250, 2, '#b8453d', 'vacuum', meatBeside)],
  [/牛肉礼盒/, pile([(c) => meat.steak(c), (c) => meat.chunk(c)], 240, 2, '#b8453d', 'gift', meatBeside)],
  [/牛腱|牛腩|肉块/, pile([(c) => meat.chunk(c)], 220, 3, '#b8453d', 'vacuum', meatBeside)],
  [/鸡蛋/, pile([(c) => field.egg(c)], 112, 4, '#e9bf94', 'carton', [green], ['basket', 'bowl', 'crate'])],
  [/散养鸡/, pile([(c) => meat.poultry(c)], 380, 1, '#eec48f', 'vacuum', meatBeside)],
  [/牛肉干/, heap('jerky', '#7a3b26', [chilli, icon('herb')], 'vacuum', ['board', 'plate', 'bowl'])],
  [/香酥华子鱼/, pile([(c) => meat.fish(c, true, '#a86a2c')], 250, 4, '#b98a4a', 'vacuum', [chilli, green])],
  [/华子鱼/, pile([(c) => meat.fish(c, true)], 330, 3, '#8aa0aa', 'vacuum', [green, icon('ginger-root')])],
  [/鲫鱼/, pile([(c) => meat.fish(c, false)], 370, 2, '#8a8468', 'vacuum', [green, icon('ginger-root')])],
  [/河蟹/, pile([icon('crab')], 230, 2, '#c2503c', 'carton', [green], ['plate', 'basket', 'crate'])],
  [
    /赤松茸干片/,
    pile(
      [() => field.driedSlice('#8a3f3a')],
      120,
      4,
      '#c8a888',
      'kraft',
      [greyGreen],
      ['bowl', 'basket', 'plate'],
    ),
  ],
  [/赤松茸/, pile([(c) => field.mushroom(c, '#8a3a3a')], 165, 3, '#8a3a3a', 'carton', [green], freshVessels)],
  [
    /花香菇/,
    pile(
      [(c) => field.mushroom(c, '#7a5638', true)],
      150,
      3,
      '#7a5638',
      'kraft',
      [greyGreen],
      ['basket', 'bowl', 'sack'],
    ),
  ],
  [
    /香菇/,
    pile(
      [(c) => field.mushroom(c, '#8a6038', true), icon('brown-mushroom')],
      165,
      3,
      '#8a6038',
      'carton',
      [green],
      freshVessels,
    ),
  ],
  [/滑子菇/, pile([(c) => field.smallCaps(c)], 180, 3, '#d98a34', 'carton', [green], freshVessels)],
  [
    /口蘑/,
    pile(
      [(c) => field.mushroom(c, '#f3e8d2')],
      140,
      3,
      '#efe2c8',
      'kraft',
      [greyGreen],
      ['basket', 'bowl', 'plate'],
    ),
  ],
  [/玉木耳/, heap('whiteEar', '#f6efdc', [greyGreen])],
  [/木耳/, heap('woodEar', '#3a302c', [greyGreen, green])],
  [/蕨菜/, heap('fernDry', '#6b5138', [green], 'kraft', ['basket', 'plate', 'bowl'])],
  [/黄花菜/, heap('dayLily', '#d9a650', [icon('hibiscus'), green])],
  [/金莲花/, heap('globeflower', '#e8992a', [icon('teacup-without-handle'), green], 'tin')],
  [
    /黄芪|桔梗片/,
    heap('rootSlice', '#f0dfb0', [icon('ginger-root'), green], 'kraft', ['bowl', 'plate', 'basket']),
  ],
  [/沙参/, heap('rootStick', '#e6d3a6', [green], 'kraft', ['basket', 'plate', 'bowl'])],
  [/防风/, heap('herbRoot', '#8f7250', [green], 'kraft', ['basket', 'plate', 'bowl'])],
  [/串收小番茄/, fresh(['tomato'], '#d2402f', 112)],
  [/番茄|西红柿/, fresh(['tomato'], '#d2402f')],
  [/哈密瓜|香瓜/, fresh(['melon'], '#c9c37a', 250)],
  [/西瓜/, fresh(['watermelon'], '#4f8a4a', 270)],
  [/沙果|鸡心果/, fresh(['red-apple'], '#d2503c', 140)],
  [/苹果/, fresh(['red-apple', 'red-apple', 'green-apple'], '#c8402f', 200)],
  [/樱桃/, fresh(['cherries'], '#a8242f', 150)],
  [/大枣/, heap('jujube', '#8f2f2a', [green], 'carton', ['basket', 'bowl', 'sack'])],
  [/草莓/, fresh(['strawberry'], '#d2313c', 150)],
  [/葡萄/, fresh(['grapes'], '#6f4a8a', 230)],
  [/马铃薯/, pile([icon('potato')], 170, 3, '#c9a066', 'carton', [green], ['sack', 'basket', 'crate'])],
  [/西兰花/, fresh(['broccoli'], '#5f8a3e', 220)],
  [/黄瓜/, fresh(['cucumber'], '#6f9a3e', 220)],
  [/尖椒/, fresh(['bell-pepper'], '#6f9a3e', 180)],
  [/辣椒/, fresh(['bell-pepper', 'hot-pepper'], '#6f9a3e', 180)],
  [/圆茄/, fresh(['eggplant'], '#5a3a72', 220)],
  [/大蒜/, pile([garlic], 150, 3, '#e6d6de', 'carton', [green], ['basket', 'crate', 'sack'])],
  [
    /大葱/,
    {
      content: { kind: 'work', pieces: [() => field.scallion()] },
      vessels: [],
      beside: [garlic, icon('ginger-root')],
      pack: 'carton',
      colour: '#7d9a58',
    },
  ],
  [
    /蔬菜/,
    fresh(
      ['leafy-green', 'tomato', 'cucumber', 'bell-pepper', 'eggplant', 'carrot', 'broccoli'],
      '#6f9a3e',
      200,
    ),
  ],
  [/熏肉|驴肉/, cooked([(c) => meat.cookedSlice(c)], 190, 4)],
  [/鸭货/, cooked([(c) => meat.cookedSlice(c), icon('poultry-leg')], 200, 3)],
  [
    /对夹/,
    pile(
      [(c) => dairy.filledRound(c)],
      230,
      3,
      '#dca055',
      'carton',
      [green, icon('teapot')],
      ['plate', 'board', 'basket'],
    ),
  ],
  [
    /火烧|馅饼/,
    pile(
      [(c) => dairy.flatRound(c)],
      230,
      4,
      '#e0a95c',
      'carton',
      [green, chilli],
      ['plate', 'board', 'basket'],
    ),
  ],
  [
    /羊杂汤/,
    pile(
      [icon('pot-of-food'), icon('steaming-bowl')],
      420,
      1,
      '#d9b98a',
      'carton',
      [chilli, green],
      ['board'],
    ),
  ],
  [
    /蛋月烧/,
    pile(
      [(c) => dairy.roundCake(c)],
      180,
      4,
      '#d9963e',
      'carton',
      [icon('teapot'), green],
      ['plate', 'board', 'basket'],
    ),
  ],
  [
    /饽饽/,
    pile(
      [(c) => dairy.flowerBun(c)],
      220,
      2,
      '#f8eeda',
      'gift',
      [icon('teapot'), green],
      ['plate', 'basket', 'board'],
    ),
  ],
  [/干豆腐/, pile([() => dairy.sheets('#ecd9a8')], 330, 2, '#ecd9a8', 'vacuum', [icon('beans'), green])],
  [/小笤帚/, work([(c) => craft.broom(c, true)], '#e3c07a')],
  [/笤帚$/, work([(c) => craft.broom(c, false)], '#e3c07a')],
  [/盖帘/, work([(c) => craft.strawTray(c)], '#e6c684')],
  [/鸡血石/, work([(c) => craft.seal(c, 'blood'), () => craft.sealPrint()], '#c9503c')],
  [/福黄/, work([(c) => craft.seal(c, 'yellow')], '#e0b24e')],
  [/巴林石/, work([(c) => craft.seal(c, 'plain'), () => craft.sealPrint()], '#d9a58c')],
  [/银碗/, work([(c) => craft.silverBowl(c)], '#c5cacd')],
  [/C形龙/, work([(c) => craft.jadeDragon(c)], '#6e9c8c')],
  [/玉猪龙/, work([(c) => craft.pigDragon(c)], '#a9bf94')],
  [/丝巾/, work([(c) => craft.scarf(c, c.random.pick(['#b3362a', '#6e9c8c', '#8e5a8a']), false)], '#b3362a')],
  [
    /羊绒/,
    work(
      [(c) => craft.scarf(c, c.random.pick(['#b08d6a', '#7d7f86', '#8a3f3a', '#c9b79a']), true)],
      '#b08d6a',
    ),
  ],
  [/剪纸/, work([(c) => craft.paperCut(c)], '#b3362a')],
  [/皮雕/, work([(c) => craft.leatherPicture(c)], '#a96c38')],
  [/香囊/, work([(c) => craft.sachet(c, c.random.pick(['#b3362a', '#3f5f8a', '#6e9c8c']))], '#b3362a')],
  [/书签/, work([() => craft.bookmark()], '#b98f4a')],
  [/冰箱贴/, work([() => craft.pagodaMagnet(pagoda('#e6cf9e'))], '#b98f4a')],
  [/鸡冠壶/, work([(c) => craft.cockscombFlask(c)], '#d9a441')],
  [/倒装壶/, work([(c) => craft.pot(c, '#6f9a72')], '#6f9a72')],
  [/葫芦/, work([(c) => field.gourd(c, true), (c) => field.gourd(c, false)], '#dca653')],
  [/拼布/, work([(c) => craft.patchworkBag(c)], '#b3362a')],
]

const byCategory: Readonly<Record<string, Recipe>> = {
  grain: heap('millet', '#dfae44'),
  meat: pile([(c) => meat.chunk(c)], 220, 3, '#b8453d', 'vacuum', meatBeside),
  dairy: pile([(c) => dairy.block(c, 170, 90, '#f8edcf', true)], 220, 3, '#f8edcf', 'vacuum', dairyBeside),
  fungi: pile([(c) => field.mushroom(c, '#8a6038')], 165, 3, '#8a6038', 'kraft', [green], freshVessels),
  produce: fresh(['leafy-green', 'tomato', 'carrot'], '#6f9a3e'),
  aquatic: pile([(c) => meat.fish(c, true)], 330, 3, '#8aa0aa', 'vacuum', [green]),
  herb: heap('rootSlice', '#f0dfb0'),
  drink: bottles('juice', '#e2a653', [green]),
  snack: heap('almond', '#c68d54'),
  ready: cooked([(c) => meat.cookedSlice(c)]),
  condiment: jars('#7d4a26', [chilli, green]),
  egghoney: jars('#e0962a', [icon('honeybee')]),
  craft: work([(c) => craft.pot(c, '#6f9a72')], '#6f9a72'),
}

export function recipeFor(name: string, category: string): Recipe {
  const found = recipes.find(([pattern]) => pattern.test(name))?.[1] ?? byCategory[category]
  return (
    found ?? { content: { kind: 'gift' }, vessels: [], beside: [ear, green], pack: 'gift', colour: '#d9a441' }
  )
}
