import {
  type KeptPhotos,
  keepPhotosApart,
  removePhotosApart,
} from '#app/platform/pictures/keep-apart.server.ts'
import { reviewPictures } from '#app/platform/pictures/store.server.ts'

export function keepReviewPhotos(dataDir: string, files: ReadonlyArray<File>): Promise<KeptPhotos> {
  return keepPhotosApart(dataDir, reviewPictures(dataDir), files)
}

export function removeReviewPhotos(dataDir: string, keys: ReadonlyArray<string>): Promise<void> {
  return removePhotosApart(reviewPictures(dataDir), keys)
}
