import { dragonPath } from '#app/ui/dragon-path.ts'
import {
  box,
  type Canvas,
  type Drawing,
  darker,
  fill,
  gradient,
  groundShadow,
  lighter,
  line,
  mix,
  n,
  oval,
} from './draw.ts'
import { lettering } from './lettering.ts'
import { cloud } from './scenery/details.ts'

/** What a package shows: hue of the division, the goods' own colour, and the net content where it is Latin. */
export type Label = { hue: string; deep: string; content: string; net: string | null; window: string }

/** Paper label with band, mark and net content, centred on (0, 0). */
function label(width: number, height: number, { hue, deep, net, window }: Label): string {
  const w = width / 2
  const h = height / 2
  const markSize = Math.min(width, height) * 0.0042
  return (
    box(-w, -h, width, height, 10, '#fdf9f0') +
    box(-w, -h, width, height * 0.24, 10, hue) +
    box(-w, -h + height * 0.12, width, height * 0.12, 0, hue) +
    `<g transform="translate(${n(-50 * markSize)} ${n(-h + height * 0.29)}) scale(${Math.round(markSize * 100) / 100})">${fill(dragonPath, '#b3362a')}</g>` +
    `<g transform="translate(0 ${n(-h + height * 0.13)})">${cloud(width * 0.42, mix(hue, '#fdf9f0', 0.7), 0.09)}</g>` +
    (net
      ? `<g transform="translate(0 ${n(h - height * 0.12)})">${lettering(net, height * 0.1, deep, width * 0.8)}</g>`
      : line(`M${n(-w * 0.4)} ${n(h - height * 0.12)}H${n(w * 0.4)}`, window, 7))
  )
}

/** Kraft bag with folded top; a window lets the goods be seen. */
export function kraftBag(canvas: Canvas, given: Label): Drawing {
  const kraft = canvas.random.pick(['#c99f6a', '#d4ae7c', '#b98f5c', '#e6dcc6'])
  return {
    svg:
      groundShadow(canvas, 20, 0, 290, 46) +
      fill(
        'M-200 -560L-214 -20Q-214 0 -190 0H190Q214 0 214 -20L200 -560Z',
        gradient(canvas, [lighter(kraft, 0.24), kraft, darker(kraft, 0.22)], true),
      ) +
      fill('M-200 -560H200L196 -628Q0 -640 -196 -628Z', gradient(canvas, [lighter(kraft, 0.34), kraft])) +
      line('M-200 -560H200', darker(kraft, 0.24), 4) +
      fill('M150 -556L168 -6H192Q214 0 214 -20L200 -560Z', darker(kraft, 0.3), 'opacity=".45"') +
      box(-60, -604, 120, 14, 7, darker(kraft, 0.35)) +
      `<g transform="translate(0 -330)">${label(300, 330, given)}</g>` +
      box(
        -120,
        -140,
        240,
        104,
        52,
        gradient(canvas, [lighter(given.content, 0.3), given.content, darker(given.content, 0.2)]),
      ) +
      box(-120, -140, 240, 104, 52, 'none', `stroke="${darker(kraft, 0.3)}" stroke-width="5"`) +
      fill('M-100 -96Q-90 -128 -50 -130H20Q-60 -120 -84 -80Z', '#ffffff', 'opacity=".35"'),
    width: 430,
    height: 640,
  }
}

/** Clear vacuum pack with a card header. */
export function vacuumPack(canvas: Canvas, given: Label, inside: string): Drawing {
  const film = 'M-240 -500Q-250 -260 -240 -16Q0 4 240 -16Q250 -260 240 -500Z'
  const clip = canvas.define('film', (id) => `<clipPath id="${id}"><path d="${film}"/></clipPath>`)
  return {
    svg:
      groundShadow(canvas, 18, 0, 310, 44) +
      fill(film, '#eef2f2') +
      fill(film, gradient(canvas, ['#ffffff/.9', '#cfdadd/.7', '#f6fafa/.8', '#b9c6ca/.8'], true)) +
      `<g clip-path="url(#${clip})">${inside}</g>` +
      line('M-214 -470Q-222 -260 -214 -40M214 -470Q222 -260 214 -40', '#ffffff', 8, 'opacity=".8"') +
      fill('M-190 -200Q-150 -330 -60 -380Q-120 -260 -130 -120Z', '#ffffff', 'opacity=".4"') +
      line('M-236 -26Q0 -8 236 -26', '#aab8bc', 4, 'stroke-dasharray="6 6"') +
      fill('M-246 -500H246V-620Q0 -632 -246 -620Z', given.hue) +
      box(-24, -606, 48, 16, 8, darker(given.hue, 0.4)) +
      `<g transform="translate(0 -462)">${label(230, 240, given)}</g>`,
    width: 490,
    height: 630,
  }
}

export function carton(canvas: Canvas, given: Label, handle: boolean): Drawing {
  const card = canvas.random.pick(['#c99f6a', '#e9dfcb', lighter(given.hue, 0.35)])
  return {
    svg:
      groundShadow(canvas, 40, 0, 360, 48) +
      fill('M240 -380L320 -430V-40L240 0Z', darker(card, 0.28)) +
      fill('M-240 -380L-160 -430H320L240 -380Z', lighter(card, 0.4)) +
      box(-240, -380, 480, 380, 4, gradient(canvas, [lighter(card, 0.14), card])) +
      fill('M-240 -110H240V-54H-240Z', given.hue) +
      fill('M240 -110L320 -150V-96L240 -54Z', darker(given.hue, 0.25)) +
      (handle
        ? box(-60, -352, 120, 26, 13, darker(card, 0.5))
        : line('M0 -430V-380', darker(card, 0.2), 30, 'opacity=".5"')) +
      `<g transform="translate(0 -212)">${label(260, 230, given)}</g>`,
    width: 560,
    height: 430,
  }
}

export function giftBox(canvas: Canvas, given: Label): Drawing {
  const red = canvas.random.pick(['#b3362a', given.deep, darker(given.hue, 0.15)])
  return {
    svg:
      groundShadow(canvas, 20, 0, 370, 50) +
      box(-280, -340, 560, 340, 10, gradient(canvas, [lighter(red, 0.12), darker(red, 0.2)])) +
      box(-296, -404, 592, 92, 10, gradient(canvas, [lighter(red, 0.22), red])) +
      [-190, 190]
        .map((x) => `<g transform="translate(${x} -150)">${cloud(150, '#e6c684', 0.06, 0.6)}</g>`)
        .join('') +
      box(-38, -404, 76, 404, 0, '#d9a441') +
      line('M-38 -404V0M38 -404V0', '#f3d78a', 4) +
      fill('M0 -404C-110 -510 -190 -440 -130 -404ZM0 -404C110 -510 190 -440 130 -404Z', '#e3b657') +
      fill('M0 -404C-70 -470 -120 -436 -90 -404ZM0 -404C70 -470 120 -436 90 -404Z', '#b8862e') +
      oval(0, -408, 30, 24, '#d9a441') +
      `<g transform="translate(0 -158)">${label(236, 244, given)}</g>`,
    width: 600,
    height: 500,
  }
}

export type BottleShape = 'oil' | 'spirit' | 'wine' | 'vinegar' | 'juice' | 'milk'

const silhouettes: Readonly<
  Record<BottleShape, { d: string; glass: string; neck: number; level: number; labelY: number }>
> = {
  oil: {
    d: 'M-40 -600H40V-470C50 -420 124 -400 124 -320V-40Q124 0 90 0H-90Q-124 0 -124 -40V-320C-124 -400 -50 -420 -40 -470Z',
    glass: '#d8a52e',
    neck: 46,
    level: -440,
    labelY: -180,
  },
  vinegar: {
    d: 'M-36 -600H36V-440C46 -400 104 -380 104 -300V-30Q104 0 80 0H-80Q-104 0 -104 -30V-300C-104 -380 -46 -400 -36 -440Z',
    glass: '#5a2f1c',
    neck: 42,
    level: -420,
    labelY: -170,
  },
  wine: {
    d: 'M-36 -640H36V-440C46 -390 108 -370 108 -300V-26Q108 0 82 0H-82Q-108 0 -108 -26V-300C-108 -370 -46 -390 -36 -440Z',
    glass: '#3f2430',
    neck: 42,
    level: -430,
    labelY: -170,
  },
  spirit: {
    d: 'M-44 -560H44V-470Q50 -440 100 -424Q134 -410 134 -370V-60Q134 0 90 0H-90Q-134 0 -134 -60V-370Q-134 -410 -100 -424Q-50 -440 -44 -470Z',
    glass: '#e9eef0',
    neck: 52,
    level: -400,
    labelY: -200,
  },
  juice: {
    d: 'M-60 -520H60V-450Q66 -420 112 -390Q124 -380 124 -340V-40Q124 0 92 0H-92Q-124 0 -124 -40V-340Q-124 -380 -112 -390Q-66 -420 -60 -450Z',
    glass: '#ee9a3a',
    neck: 66,
    level: -430,
    labelY: -180,
  },
  milk: {
    d: 'M-54 -520H54V-440C60 -400 116 -380 116 -310V-40Q116 0 86 0H-86Q-116 0 -116 -40V-310C-116 -380 -60 -400 -54 -440Z',
    glass: '#f6f1e2',
    neck: 60,
    level: -420,
    labelY: -170,
  },
}

export function bottle(canvas: Canvas, shape: BottleShape, given: Label): Drawing {
  const { d, glass, neck, labelY } = silhouettes[shape]
  const top = Number(/-(\d+)H/.exec(d)?.[1] ?? 600)
  const tint = shape === 'juice' ? given.content : glass
  const wide = shape === 'spirit' ? 220 : 196
  const cap = shape === 'spirit' ? '#b3362a' : shape === 'wine' ? given.deep : darker(given.hue, 0.35)
  return {
    svg:
      groundShadow(canvas, 14, 0, 180, 34) +
      fill(d, gradient(canvas, [darker(tint, 0.25), lighter(tint, 0.2), tint, darker(tint, 0.35)], true)) +
      fill(`M-92 -60V-300Q-92 -360 -60 -386V-40Q-88 -40 -92 -60Z`, '#ffffff', 'opacity=".28"') +
      box(
        -neck,
        -top - 34,
        neck * 2,
        66,
        8,
        gradient(canvas, [lighter(cap, 0.2), cap, darker(cap, 0.3)], true),
      ) +
      `<g transform="translate(0 ${labelY})">${label(wide, 250, given)}</g>`,
    width: 250,
    height: top + 34,
  }
}

/** Round tin or jar with a printed body. */
export function tin(canvas: Canvas, given: Label): Drawing {
  const body = canvas.random.pick([given.hue, '#fdf6e6', given.deep])
  return {
    svg:
      groundShadow(canvas, 14, 0, 230, 40) +
      fill(
        'M-170 -380V-30A170 34 0 0 0 170 -30V-380Z',
        gradient(canvas, [darker(body, 0.16), lighter(body, 0.3), body, darker(body, 0.28)], true),
      ) +
      oval(0, -384, 178, 40, darker(body, 0.3)) +
      fill(
        'M-178 -430V-384A178 40 0 0 0 178 -384V-430Z',
        gradient(canvas, ['#b8862e', '#f3d78a', '#d9a441', '#96691e'], true),
      ) +
      oval(0, -430, 178, 40, '#eccf86') +
      oval(0, -432, 150, 32, '#d9b35c') +
      `<g transform="translate(0 -190)">${label(210, 250, given)}</g>`,
    width: 360,
    height: 470,
  }
}
