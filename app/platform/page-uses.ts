/** Between a route and the host only: this page may ask for the camera. Every other page may not. */
export const cameraHeader = 'x-uses-camera'
