import type { Translated } from '../translated.ts'
import type { plans as zh } from '../zh/plans.ts'

export const plans: Translated<typeof zh> = {
  title: 'Sales plan',
  text: 'What a year is to reach against a base year, month by month: all fairs, and online sales outside them; without demonstration data.',
  year: 'Year',
  show: 'Show',
  noPlan: (year) => `No target for ${year} yet`,
  noPlanText: 'Below is what the ledger has for each month of that year.',
  sums: {
    target: 'Target',
    verified: 'Verified',
    all: 'Unverified included',
    base: (year) => `Base year ${year}`,
    times: (times) => `The target is ${times} times the base`,
    baseLedger: (amount) => `The ledger has ${amount}`,
    reached: (percent) => `${percent}% of the target`,
  },
  progress: (percent) => `${percent}% of the target is verified`,
  chart: (year) => `The months of ${year}`,
  chartLabel: 'Columns of verified and unverified sums by month; the table has the figures',
  table: 'Sales and contracts by month',
  columns: {
    month: 'Month',
    sales: 'Sales',
    signed: 'Signed',
    total: 'Total',
    verified: 'Of it verified',
    claimed: 'Of it unverified',
  },
  sum: 'The year',
  demonstrationText:
    'Only what fairs and enterprises of the demonstration brought: it is never added to real figures.',
  set: 'Set the target',
  fields: {
    year: 'Year',
    baseYear: 'Base year',
    base: 'Sales of the base year (yuan)',
    baseHint: 'Such as 240 million; 0 if it is not known',
    target: 'Target (yuan)',
    targetHint: 'Such as 480 million',
  },
  save: 'Save',
  setBy: (name, time) => `Set by ${name} at ${time}`,
  errors: {
    needed: 'Please fill this in',
    'not-a-year': 'A year from 2000 to 2100',
    'base-not-before': 'The base year comes before the year of the plan',
    'not-an-amount': 'Enter an amount, such as 480 million or 480000000',
    'changed-meanwhile': 'Somebody has just changed this year’s target: look at it before you change it',
  },
}
