import type english from '../en/accounts.ts'
import type { Translated } from '../words.ts'

export default {
  'accounts.add_this': 'Konto anlegen',
  'accounts.card.closing': 'Tag, an dem abgerechnet wird',
  'accounts.card.day': '{day, plural, =31 {Monatsletzten} other {#.}}',
  'accounts.card.due': 'Tag, an dem bezahlt wird',
  'accounts.card.fixed': 'Jedes Mal {amount}, oder was offen ist, wenn das weniger ist.',
  'accounts.card.fixed_amount': 'Betrag, der jedes Mal bezahlt wird',
  'accounts.card.left_out':
    '{state, select, skipped {Die Zahlung am {day} ist ausgelassen.} other {Die Zahlung am {day} ist schon bezahlt.}}',
  'accounts.card.minimum': 'Mindestens {percent}\u00a0% der Abrechnung, oder {amount}, wenn das mehr ist.',
  'accounts.card.minimum_amount': 'Betrag, der mindestens bezahlt wird',
  'accounts.card.minimum_percent': 'Prozentsatz, der mindestens bezahlt wird',
  'accounts.card.nothing': 'Bezahlt wird {pays}.',
  'accounts.card.paid_from': 'Konto, von dem bezahlt wird',
  'accounts.card.pays': 'Was von einer Abrechnung bezahlt wird',
  'accounts.card.pays.of':
    '{pays, select, statement {die ganze Abrechnung} minimum {der Mindestbetrag} fixed {ein fester Betrag} other {nichts von selbst}}',
  'accounts.card.percent_wanted': 'Gib einen ganzen Prozentsatz von 0 bis 100 an.',
  'accounts.card.sentence': 'Rechnet am {closing} ab, wird am {due} fällig, {shift}, und von {from} bezahlt: {pays}.',
  'accounts.card.so_far':
    '{same, select, yes {Bisher stehen {amount} auf dieser Abrechnung.} other {{day, select, today {Auf der Abrechnung von heute ' +
    'stehen {amount}.} other {Auf der Abrechnung vom {day} stehen bisher {amount}.}}}}',
  'accounts.card.stood': 'Von dem, was offen ist, standen {amount} auf der Abrechnung vom {day}.',
  'accounts.card.stood_hint': 'Lass es leer, wenn du es nicht weißt.',
  'accounts.card.stood_label': 'Was auf der letzten Abrechnung stand',
  'accounts.card.stood_more': 'Mehr als die {amount}, die offen sind, kann nicht darauf gestanden haben.',
  'accounts.card.takes':
    '{name} zieht am {day} {amount}{hasFrom, select, yes { von {from}} other {}} ein, {of, select, whole {für Einkäufe bis {closed}} ' +
    'other {von den {statement} auf der Abrechnung vom {closed}}}.',
  'accounts.card.takes_nothing': '{name} zieht am {day} nichts ein: Auf der Abrechnung vom {closed} steht nichts.',
  'accounts.card.unpaid': 'Noch geht keine Zahlung darauf: Was darauf offen ist, bleibt offen.',
  'accounts.card.weekend': 'Wenn das auf ein Wochenende fällt',
  'accounts.card.weekend.of':
    '{shift, select, before {am Wochenende schon freitags} after {am Wochenende erst montags} other {auch am Wochenende}}',
  'accounts.delete_of': '{name} löschen',
  'accounts.deleted': '„{name}“ ist gelöscht, mit seinen Umbuchungen; seine Ausgaben und Einnahmen sind auf dem Hauptkonto.',
  'accounts.earlier': 'Früher dran',
  'accounts.edit_of': '{name} ändern',
  'accounts.example':
    '{kind, select, checking {Gemeinsames Konto} savings {Sparkonto} cash {Haushaltskasse} card {Visa} other {Autokredit}}',
  'accounts.free': 'verfügbar',
  'accounts.interest_of': 'Zinsen von {name} ab jetzt',
  'accounts.kind': 'Art',
  'accounts.kind.of': '{kind, select, checking {Girokonto} savings {Sparkonto} cash {Bargeld} card {Kreditkarte} other {Kredit}}',
  'accounts.kind.with_rate': '{kind}, {rate}\u00a0% pro Jahr',
  'accounts.later': 'Später dran',
  'accounts.limit': 'Kartenlimit',
  'accounts.loan.add_payment': 'Rate eintragen',
  'accounts.loan.add_payment_of': 'Rate eintragen für {name}',
  'accounts.loan.as_now': 'Ohne Änderung ist er am {day} abbezahlt, mit {cost} Zinsen{from, select, today {} other { vom {from} an}}.',
  'accounts.loan.compared':
    'Abbezahlt am {day} statt am {was_day}{when, select, sooner {, {months, plural, one {einen Monat} other {# Monate}} früher} later ' +
    '{, {months, plural, one {einen Monat} other {# Monate}} später} other {}}, mit {cost} Zinsen' +
    '{from, select, today {} other { vom {from} an}} statt {was_cost}, {saved} {costs, select, less {weniger} other {mehr}}.',
  'accounts.loan.each_time': 'Jedes Mal',
  'accounts.loan.ends': 'Abbezahlt am {day}, mit {amount} Zinsen {from, select, today {} other {vom {from} }}bis dahin.',
  'accounts.loan.ends_free': 'Abbezahlt am {day}.',
  'accounts.loan.first_date': 'Erster Termin',
  'accounts.loan.leave': 'So lassen',
  'accounts.loan.lowest_then':
    '{name} fällt dann {free, select, yes {ohne das Zurückgelegte } other {}}am {day} bis auf {amount}' +
    '{below, select, no {} other { und ist ab {below} unter seinem Mindeststand}}.',
  'accounts.loan.month_interest': 'Die Zinsen eines Monats sind ein Zwölftel von {rate} % auf das, was offen ist: {amount} auf {owed}.',
  'accounts.loan.never':
    '{grows, select, yes {Die Schuld wächst: Du zahlst weniger, als an Zinsen anfällt.} other {Auch in {years} Jahren nicht abbezahlt: ' +
    'Dann sind noch {amount} offen.}}',
  'accounts.loan.not_even_then': 'Damit ist er nie abbezahlt: Die Schuld wächst auf {amount}.',
  'accounts.loan.pay_more': 'Mehr zahlen …',
  'accounts.loan.pay_more_of': 'Mehr zahlen für {name}',
  'accounts.loan.payment': 'Jeden Monat {amount} von {from} zahlen, zum ersten Mal am {date}.',
  'accounts.loan.payment_name': 'Rate für {name}',
  'accounts.loan.slide': '{name}, jetzt {amount}',
  'accounts.loan.take': 'Ab {day} {amount} zahlen',
  'accounts.loan.taken': 'Für „{name}“ werden ab {day} {amount} gezahlt.',
  'accounts.loan.then_ends': 'Dann ist er am {day} abbezahlt, mit {cost} Zinsen{from, select, today {} other { vom {from} an}}.',
  'accounts.loan.unpaid': 'Noch ist keine Rate eingetragen.',
  'accounts.loan.which': 'Welche Rate',
  'accounts.lowest': 'tiefster Stand {amount} {day, select, today {heute} other {am {day}}}',
  'accounts.lowest_free': 'verfügbar mindestens {amount}, {day, select, today {heute} other {am {day}}}',
  'accounts.lowest_of': 'Tiefster Stand von {name}',
  'accounts.main': 'Hauptkonto',
  'accounts.most_owed': 'höchstens {amount} offen, {day, select, today {heute} other {am {day}}}',
  'accounts.most_owed_of': 'Höchste Schuld auf {name}',
  'accounts.move_down': '{name} nach unten',
  'accounts.move_up': '{name} nach oben',
  'accounts.name': 'Name',
  'accounts.never_below': 'Nie unter',
  'accounts.new': 'Ein neues Konto',
  'accounts.none': 'keine',
  'accounts.now_of': 'Jetzt auf {name}',
  'accounts.on_it_on': 'Stand vom {day}',
  'accounts.owed': 'offen',
  'accounts.owed_of': 'Jetzt auf {name} offen',
  'accounts.owed_on': 'Offen am {day}',
  'accounts.paid_twice':
    '„{name}“ sieht aus wie die Zahlung {kind, select, card {auf {account}, die der Plan von selbst macht} other {auf {account}, für die ' +
    'der Plan eine Umbuchung hat}}: Beides geht ab.',
  'accounts.paid_twice.out': '„{name}“ ist nicht mehr im Plan.',
  'accounts.paid_twice.take_out': '„{name}“ herausnehmen',
  'accounts.preview': 'Die nächsten Abrechnungen',
  'accounts.preview.closes': 'Stichtag',
  'accounts.preview.due': 'Fällig',
  'accounts.preview.paid': 'Bezahlt',
  'accounts.preview.stands': 'Offen',
  'accounts.preview.state': '{state, select, skipped {ausgelassen} other {schon bezahlt}}',
  'accounts.rate': 'Zinsen, % pro Jahr',
  'accounts.rate.wanted': 'Gib einen Prozentsatz mit höchstens zwei Stellen nach dem Komma an, etwa 4,5.',
  'accounts.as_of': 'Nach allem, was {when, select, today {heute} other {am {when}}} fällig ist, und der tiefste Tag, der kommt.',
  'accounts.title': 'Konten',
  'accounts.wrong.below_zero': '{name} rutscht am {day} unter null, auf {amount}.',
  'accounts.wrong.floor':
    '{name} {now, select, yes {liegt unter {floor, select, zero {null} other {seinem Mindeststand von {floor}}}} other {fällt am {day} ' +
    'unter {floor, select, zero {null} other {seinen Mindeststand von {floor}}}}}.',
  'accounts.wrong.free':
    '{name}: Ohne das Zurückgelegte {now, select, yes {liegt es} other {fällt es am {day}}} unter {floor, select, zero {null} other ' +
    '{{now, select, yes {seinem} other {seinen}} Mindeststand von {floor}}}; zurückgelegt sind {aside}, auf dem Konto sind {total}.',
  'accounts.wrong.limit': '{name} {now, select, yes {liegt über dem Limit von {limit}} other {geht am {day} über das Limit von {limit}}}.',
} satisfies Translated<typeof english>
