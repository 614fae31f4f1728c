import { catalog } from './zh/catalog.ts'
import { common } from './zh/common.ts'
import { errors } from './zh/errors.ts'

/** Chinese is the source language: its keys are what the other catalogues are held against. */
export const zh = { catalog, common, errors } as const
