type PictureProps = {
  /** Key of the original; its files are /pictures/<key>-<width>.<format>. */
  pictureKey: string
  alt: string
  /** As in <img sizes>: how wide it is shown. */
  sizes: string
  width?: number
  height?: number
  /** True for the picture that the page opens with: loaded at once, and first. */
  priority?: boolean
  /** Ground seen until the picture is there. */
  colour?: string
  className?: string
}

const widths = [240, 480, 800, 1200]

export function Picture({
  pictureKey,
  alt,
  sizes,
  width = 1200,
  height = 1200,
  priority = false,
  colour,
  className = '',
}: PictureProps) {
  // React 18 knows the attribute only in lower case.
  const fetchPriority = priority ? { fetchpriority: 'high' } : {}
  return (
    <span className={`relative block overflow-hidden ${className}`}>
      {colour && (
        <svg className="absolute inset-0 size-full" aria-hidden="true" focusable="false">
          <rect width="100%" height="100%" fill={colour} />
        </svg>
      )}
      <picture>
        <source type="image/avif" srcSet={srcSet(pictureKey, 'avif')} sizes={sizes} />
        <source type="image/webp" srcSet={srcSet(pictureKey, 'webp')} sizes={sizes} />
        <img
          className="relative block size-full object-cover"
          src={`/pictures/${pictureKey}-480.webp`}
          alt={alt}
          width={width}
          height={height}
          loading={priority ? 'eager' : 'lazy'}
          decoding="async"
          {...fetchPriority}
        />
      </picture>
    </span>
  )
}

function srcSet(key: string, format: string): string {
  return widths.map((width) => `/pictures/${key}-${width}.${format} ${width}w`).join(', ')
}
