import {
  type KeptPhotos,
  keepPhotosApart,
  removePhotosApart,
} from '#app/platform/pictures/keep-apart.server.ts'
import { requestPictures } from '#app/platform/pictures/store.server.ts'

export function keepRequestPhotos(dataDir: string, files: ReadonlyArray<File>): Promise<KeptPhotos> {
  return keepPhotosApart(dataDir, requestPictures(dataDir), files)
}

export function removeRequestPhotos(dataDir: string, keys: ReadonlyArray<string>): Promise<void> {
  return removePhotosApart(requestPictures(dataDir), keys)
}
