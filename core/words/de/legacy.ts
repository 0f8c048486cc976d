import type english from '../en/legacy.ts'
import type { Translated } from '../words.ts'

export default {
  'legacy.allocation': 'Rücklage {nth} von „{plan}“ war nicht lesbar und wurde ausgelassen.',
  'legacy.allocation_over': 'Rücklage {nth} von „{plan}“ hatte keinen Platz mehr: Ein Plan hat höchstens {most, number}.',
  'legacy.allocation_percents': 'Mit Rücklage {nth} von „{plan}“ kämen die Prozentsätze über 100; sie wurde ausgelassen.',
  'legacy.balance': 'Der Kontostand von „{plan}“ („{text}“) war nicht lesbar und ist jetzt 0.',
  'legacy.balance_large': 'Der Kontostand von „{plan}“ war zu groß und ist jetzt 0.',
  'legacy.base_plan': 'Grundplan',
  'legacy.bill': 'Ausgabe {nth} war nicht lesbar.',
  'legacy.bill_amount': 'Ausgabe {nth}{named, select, yes { („{name}“)} other {}} hatte keinen lesbaren Betrag und wurde ausgelassen.',
  'legacy.bill_category':
    'Ausgabe {nth}{named, select, yes { („{name}“)} other {}} hatte keine lesbare Kategorie („{text}“) und ist jetzt ohne ' +
    'Kategorie hier.',
  'legacy.bill_date':
    'Ausgabe {nth}{named, select, yes { („{name}“)} other {}} hatte keine lesbare Fälligkeit („{text}“) und ist jetzt ohne Datum ' +
    'hier.',
  'legacy.bill_name':
    'Ausgabe {nth}{named, select, yes { („{name}“)} other {}} hatte keinen lesbaren Namen („{text}“) und heißt jetzt „{called}“.',
  'legacy.bills_over': 'Nur die ersten {most, number} von {count} Ausgaben passen in einen Plan.',
  'legacy.list':
    'Die Liste der {list, select, bills {Ausgaben} allocations {Rücklagen} other {Pläne}} war nicht lesbar und wurde ausgelassen.',
  'legacy.not_stored': '„{plan}“ konnte nicht gespeichert werden. {problem}',
  'legacy.not_together': 'Die Ausgaben und Rücklagen von „{plan}“ passten nicht zusammen und wurden ausgelassen.',
  'legacy.old_plan': 'Alter Plan',
  'legacy.plan': 'Plan {nth} war nicht lesbar.',
  'legacy.plan_allocations': 'Die Rücklagen von Plan {nth} waren nicht lesbar und wurden ausgelassen.',
  'legacy.plans_over': 'Nur die ersten {most, number} Pläne haben Platz.',
  'legacy.unnamed_bill': 'Ausgabe ohne Namen',
  'legacy.unreadable': 'Die alten Daten waren gar nicht lesbar.',
} satisfies Translated<typeof english>
