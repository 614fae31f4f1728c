import { parsePicturePath } from '#app/platform/pictures/names.ts'
import { noPicture, openPictures, type Pictures } from '#app/platform/pictures.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { isPhotoShown } from './find-photo.server.ts'

const prefix = '/pictures/reviews/'

/** A photo that was taken away is gone from every cache after five minutes: docs/decisions/0021. */
const caching = { 'cache-control': 'public, max-age=300' }

/** All under /pictures: the shop's own for ever, those of buyers while their review is shown. */
export function openPublicPictures(
  services: Pick<Services, 'env' | 'pool' | 'reviewPictures'>,
): Pick<Pictures, 'serve'> {
  const own = openPictures(services.env.DATA_DIR)
  return {
    async serve(pathname) {
      if (!pathname.startsWith(prefix)) return own.serve(pathname)
      const bare = `/pictures/${pathname.slice(prefix.length)}`
      const name = parsePicturePath(bare)
      // The same answer for what is hidden, and for what never was.
      if (!name || !(await isPhotoShown(services, name.key))) return noPicture
      const answer = await services.reviewPictures.serve(bare)
      return answer.status === 200 ? { ...answer, headers: { ...answer.headers, ...caching } } : answer
    },
  }
}
