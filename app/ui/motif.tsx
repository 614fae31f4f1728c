type MotifProps = { className?: string }

/** Three lines of hills with yurts and a flock, in tones of the text colour: the foot of a page or of a header. */
export function GrasslandHorizon({ className = '' }: MotifProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 1200 120"
      preserveAspectRatio="xMidYMax slice"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path
        opacity=".35"
        d="M0 62C120 22 220 30 330 54S560 84 690 46 930 14 1040 44 1160 60 1200 48V120H0Z"
      />
      <path opacity=".6" d="M0 88C160 52 300 66 430 82S700 96 850 66 1090 62 1200 84V120H0Z" />
      <path d="M0 104C200 84 380 98 600 102S1000 92 1200 106V120H0Z" />
      <path
        opacity=".9"
        d="M832 72v-15q0-6 18-6t18 6v15ZM828 58q10-13 22-16 12 3 22 16-22-5-44 0ZM884 74v-9q0-4 11-4t11 4v9ZM881 66q6-8 14-10 8 2 14 10-14-4-28 0Z"
      />
      <path
        opacity=".8"
        d="M286 74a7 5 0 1 1 14 0 7 5 0 1 1-14 0ZM318 80a7 5 0 1 1 14 0 7 5 0 1 1-14 0ZM262 82a7 5 0 1 1 14 0 7 5 0 1 1-14 0ZM352 76a7 5 0 1 1 14 0 7 5 0 1 1-14 0Z"
      />
    </svg>
  )
}

/** One scroll of the Hongshan cloud, in a box of 220 by 90. */
const cloudStroke =
  'M10 67C40 75 64 69 80 53C98 33 104 1 134 1C160 1 168 31 148 39C134 45 122 31 134 23M102 65C130 75 170 73 184 51C194 35 214 37 214 53C214 65 200 67 198 57M50 71C70 85 130 87 170 79'

/** A band of Hongshan clouds, every other one lower and smaller. */
export function HongshanClouds({ className = '' }: MotifProps) {
  return (
    <svg
      className={className}
      viewBox="-10 -10 1220 150"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 1, 2, 3].map((column) => (
        <g key={column}>
          <path transform={`translate(${column * 310} 8)`} d={cloudStroke} />
          <path transform={`translate(${column * 310 + 190} 66) scale(.62)`} opacity=".6" d={cloudStroke} />
        </g>
      ))}
    </svg>
  )
}

/** A quiet picture for an empty page: sun, terraces, one cloud. */
export function EmptyLand({ className = 'h-32 w-56 max-w-full' }: MotifProps) {
  return (
    <svg className={className} viewBox="0 0 280 160" aria-hidden="true" focusable="false">
      <circle cx="196" cy="56" r="26" className="fill-millet" opacity=".7" />
      <g fill="none" className="stroke-line-deep" strokeWidth="7" strokeLinecap="round" opacity=".45">
        <path transform="translate(36 18) scale(.5)" d={cloudStroke} />
      </g>
      <path
        className="fill-jade-wash"
        d="M12 116C50 66 100 76 150 92S240 96 266 104C272 140 10 150 12 116Z"
      />
      <path
        className="fill-grass-wash"
        d="M4 132C70 100 130 112 180 118S262 112 276 128C276 158 6 164 4 132Z"
      />
      <path
        className="stroke-grass"
        opacity=".5"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
        d="M14 136C80 116 140 128 190 132S242 128 256 132M44 146C90 134 150 142 200 143S232 141 240 143"
      />
      <path
        className="fill-card stroke-line-deep"
        strokeWidth="2"
        d="M66 112V96q0-7 22-7t22 7v16ZM60 98q12-16 28-20 16 4 28 20-28-7-56 0Z"
      />
      <path className="fill-cinnabar" d="M82 112V99q6-3 12 0v13Z" />
    </svg>
  )
}
