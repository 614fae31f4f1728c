import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBuyersPaper } from '#app/domain/invoices/find-paper.server.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'
import { privatePaperAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'

/** The order's link is the right to its invoices, as to everything of it. */
export async function loader(args: LoaderFunctionArgs) {
  const orderNumber = args.params.order ?? ''
  const { fileKey, number } = await requireLink(args, (services, token) =>
    findBuyersPaper(services, { token, orderNumber }),
  )
  return privatePaperAnswer(getServices().env.DATA_DIR, fileKey, `${number}.pdf`)
}
