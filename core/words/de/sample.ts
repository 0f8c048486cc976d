import type english from '../en/sample.ts'
import type { Translated } from '../words.ts'

export default {
  'sample.car': 'Auto',
  'sample.car_insurance': 'Autoversicherung',
  'sample.dentist': 'Zahnarzt, sobald es so weit ist',
  'sample.electricity': 'Strom',
  'sample.food': 'Essen',
  'sample.groceries': 'Lebensmittel',
  'sample.gym': 'Fitnessstudio',
  'sample.health': 'Gesundheit',
  'sample.holiday': 'Urlaub',
  'sample.home': 'Wohnen',
  'sample.internet': 'Internet',
  'sample.phone': 'Handy',
  'sample.plan': 'Beispielplan',
  'sample.rainy_day': 'Notgroschen',
  'sample.rent': 'Miete',
  'sample.salary': 'Gehalt',
  'sample.tyres': 'Winterreifen',
} satisfies Translated<typeof english>
