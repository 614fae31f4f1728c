import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'

export function Stars({ rating }: { rating: number }) {
  const t = useMessages().catalog.product
  return (
    <span role="img" aria-label={t.rating(String(rating))} className="flex text-millet-deep">
      {[1, 2, 3, 4, 5].map((star) => (
        <Icon
          key={star}
          name="star"
          className={`size-4 ${star <= rating ? 'fill-millet' : 'text-line-deep'}`}
        />
      ))}
    </span>
  )
}
