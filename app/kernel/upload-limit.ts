/** What the host takes of a form with files, in bytes: three photos as phones take them. */
export const largestUpload = 20 * 1024 * 1024
