import { kitchen } from './recipes/kitchen.ts'
import { pantry } from './recipes/pantry.ts'
import {
  bottles,
  chilli,
  cooked,
  dairyBeside,
  ear,
  fresh,
  freshVessels,
  green,
  heap,
  icon,
  jars,
  meatBeside,
  pile,
  type Recipe,
  work,
} from './recipes/recipe.ts'
import { workshop } from './recipes/workshop.ts'
import * as dairy from './subjects/dairy-and-bakery.ts'
import * as field from './subjects/field.ts'
import * as meat from './subjects/meat-and-fish.ts'
import * as ware from './subjects/stone-and-ware.ts'

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
  craft: work([(c) => ware.pot(c, '#6f9a72')], '#6f9a72'),
}

export function recipeFor(name: string, category: string): Recipe {
  const found =
    [...pantry, ...kitchen, ...workshop].find(([pattern]) => pattern.test(name))?.[1] ?? byCategory[category]
  return (
    found ?? { content: { kind: 'gift' }, vessels: [], beside: [ear, green], pack: 'gift', colour: '#d9a441' }
  )
}
