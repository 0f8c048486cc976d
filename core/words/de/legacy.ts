import type english from '../en/legacy.ts'
import type { Translated } from '../words.ts'

export default {
  'legacy.allocation': 'Zuteilung {nth} von „{plan}“ war nicht lesbar und wurde ausgelassen.',
  'legacy.allocation_over': 'Zuteilung {nth} von „{plan}“ war mehr als die {most, number}, die ein Plan hat.',
  'legacy.allocation_percents': 'Mit Zuteilung {nth} von „{plan}“ kämen die Prozente über 100; sie wurde ausgelassen.',
  'legacy.balance': 'Der Kontostand von „{plan}“ („{text}“) war nicht lesbar und ist jetzt 0.',
  'legacy.balance_large': 'Der Kontostand von „{plan}“ war zu groß und ist jetzt 0.',
  'legacy.base_plan': 'Grundplan',
  'legacy.bill': 'Rechnung {nth} war nicht lesbar.',
  'legacy.bill_amount': 'Rechnung {nth}{named, select, yes { („{name}“)} other {}} hatte keinen lesbaren Betrag und wurde ausgelassen.',
  'legacy.bill_category':
    'Rechnung {nth}{named, select, yes { („{name}“)} other {}} hatte keine lesbare Kategorie („{text}“) und ist jetzt ohne hier.',
  'legacy.bill_date':
    'Rechnung {nth}{named, select, yes { („{name}“)} other {}} hatte keine lesbare Fälligkeit („{text}“) und ist jetzt ohne Datum ' +
    'hier.',
  'legacy.bill_name':
    'Rechnung {nth}{named, select, yes { („{name}“)} other {}} hatte keinen lesbaren Namen („{text}“) und heißt jetzt „{called}“.',
  'legacy.bills_over': 'Nur die ersten {most, number} von {count} Rechnungen passen in einen Plan.',
  'legacy.list':
    'Die Liste der {list, select, bills {Rechnungen} allocations {Zuteilungen} other {Pläne}} war nicht lesbar und wurde ausgelassen.',
  'legacy.not_stored': '„{plan}“ konnte nicht gespeichert werden. {problem}',
  'legacy.not_together': 'Die Rechnungen und Zuteilungen von „{plan}“ passten nicht zusammen und wurden ausgelassen.',
  'legacy.old_plan': 'Alter Plan',
  'legacy.plan': 'Plan {nth} war nicht lesbar.',
  'legacy.plan_allocations': 'Die Zuteilungen von Plan {nth} waren nicht lesbar und wurden ausgelassen.',
  'legacy.plans_over': 'Nur die ersten {most, number} Pläne haben Platz.',
  'legacy.unnamed_bill': 'Rechnung ohne Namen',
  'legacy.unreadable': 'Die alten Daten waren überhaupt nicht lesbar.',
} satisfies Translated<typeof english>
