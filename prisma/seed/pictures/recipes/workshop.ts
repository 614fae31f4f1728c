import { pagoda } from '../scenery/details.ts'
import * as field from '../subjects/field.ts'
import * as ware from '../subjects/stone-and-ware.ts'
import * as cloth from '../subjects/straw-and-cloth.ts'
import { type RecipeTable, work } from './recipe.ts'

/** Works of hand. */
export const workshop: RecipeTable = [
  [/小笤帚/, work([(c) => cloth.broom(c, true)], '#e3c07a')],
  [/笤帚$/, work([(c) => cloth.broom(c, false)], '#e3c07a')],
  [/盖帘/, work([(c) => cloth.strawTray(c)], '#e6c684')],
  [/鸡血石/, work([(c) => ware.seal(c, 'blood'), () => ware.sealPrint()], '#c9503c')],
  [/福黄/, work([(c) => ware.seal(c, 'yellow')], '#e0b24e')],
  [/巴林石/, work([(c) => ware.seal(c, 'plain'), () => ware.sealPrint()], '#d9a58c')],
  [/银碗/, work([(c) => ware.silverBowl(c)], '#c5cacd')],
  [/C形龙/, work([(c) => ware.jadeDragon(c)], '#6e9c8c')],
  [/玉猪龙/, work([(c) => ware.pigDragon(c)], '#a9bf94')],
  [/丝巾/, work([(c) => cloth.scarf(c, c.random.pick(['#b3362a', '#6e9c8c', '#8e5a8a']), false)], '#b3362a')],
  [
    /羊绒/,
    work(
      [(c) => cloth.scarf(c, c.random.pick(['#b08d6a', '#7d7f86', '#8a3f3a', '#c9b79a']), true)],
      '#b08d6a',
    ),
  ],
  [/剪纸/, work([(c) => cloth.paperCut(c)], '#b3362a')],
  [/皮雕/, work([(c) => cloth.leatherPicture(c)], '#a96c38')],
  [/香囊/, work([(c) => cloth.sachet(c, c.random.pick(['#b3362a', '#3f5f8a', '#6e9c8c']))], '#b3362a')],
  [/书签/, work([() => ware.bookmark()], '#b98f4a')],
  [/冰箱贴/, work([() => ware.pagodaMagnet(pagoda('#e6cf9e'))], '#b98f4a')],
  [/鸡冠壶/, work([(c) => ware.cockscombFlask(c)], '#d9a441')],
  [/倒装壶/, work([(c) => ware.pot(c, '#6f9a72')], '#6f9a72')],
  [/葫芦/, work([(c) => field.gourd(c, true), (c) => field.gourd(c, false)], '#dca653')],
  [/拼布/, work([(c) => cloth.patchworkBag(c)], '#b3362a')],
]
