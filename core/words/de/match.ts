/** Die Bank neben dem Plan: was kam, was eine Antwort braucht, und warum der Kontostand ein anderer ist. */
import type english from '../en/match.ts'
import type { Translated } from '../words.ts'

export default {
  'match.again': 'Noch einmal mit dem Plan vergleichen',
  'match.ask.again': 'Noch einmal fragen',
  'match.ask.head': '{payee}, {amount} am {day}',
  'match.ask.is': 'Ist das „{name}“, {amount} am {day}?',
  'match.asks':
    '{count, plural, =0 {Was du zu Zahlungen gesagt hast} ' +
    'one {Bei einer Zahlung fehlt deine Antwort} other {Bei # Zahlungen fehlt deine Antwort}}',
  'match.at':
    'Am {day} stehen bei deiner Bank {balance}, {amount} {than, select, less {weniger} other {mehr}} als {since, select, none {} ' +
    'other {seit dem {since} }}geplant{named, select, yes {: {causes}} other {}}.',
  'match.at_same': 'Am {day} stehen bei deiner Bank {balance}, auf den Cent wie {since, select, none {} other {seit dem {since} }}geplant.',
  'match.balance.ask':
    '{of, select, main {Wie viel war am {day} abends auf dem Konto?} owed {Wie viel war am {day} abends auf „{account}“ offen?} ' +
    'other {Wie viel war am {day} abends auf „{account}“?}}',
  'match.balance.take': 'Das stimmt',
  'match.balance.why':
    '{changed, select, yes {Im Plan stehen {amount}, seit es dort geändert wurde. Nach deinen Buchungen wäre es so viel.} ' +
    'other {Das steht in keiner deiner Dateien. Nach dem Plan und dem, was seither gebucht wurde, wäre es so viel.}}',
  'match.card.both': 'Vielleicht die Zahlung, die am {day} fällig ist: bis das gesagt ist, zählt der Plan beide.',
  'match.card.due': '{card}: Zahlung, fällig am {day}',
  'match.card.pays': 'Bezahlt „{card}“',
  'match.card.undated': '{card}: Zahlung auf die Karte',
  'match.came':
    '{due, plural, one {{came, plural, =0 {Die geplante Zahlung kam noch nicht.} other {Die geplante Zahlung kam.}}} ' +
    'other {{came, number} von # geplanten Zahlungen {came, plural, one {kam} other {kamen}}.}}',
  'match.came.list': 'Was kam',
  'match.came.on': 'am {day}',
  'match.came.planned': 'geplant: {amount} am {day}',
  'match.cause': '{name} {amount}',
  'match.done': '„{plan}“ ist jetzt auf dem Stand deiner Bank vom {day}.',
  'match.done.earlier': '„{plan}“ hat jetzt, was deine Bank bis {day} sagt; mit welchem Stand der Plan beginnt, bleibt.',
  'match.doubt':
    '{doubt, select, payee {Der Name ist nicht der übliche.} amount {Der Betrag ist ein anderer.} days {Sie kam {days, plural, one ' +
    '{einen Tag} other {# Tage}} {when, select, late {zu spät} other {zu früh}}.} another_date {Es könnte auch ein anderer Termin ' +
    'sein.} another_payment {Es könnte auch eine andere Zahlung sein.} part {Es ist weniger, als fällig ist.} other {Ein Teil kam ' +
    'zurück.}}',
  'match.drift.amount': '{name} war die letzten drei Male nicht {was}, sondern {is}.',
  'match.drift.day':
    '{name} kam dreimal {days, plural, one {einen Tag} other {# Tage}} {when, select, late {später} other {früher}} als geplant.',
  'match.drift.done': '{name} ist geändert.',
  'match.drift.end': '{name} wurde seit {day} nicht mehr bezahlt.',
  'match.drift.heading': 'Was sich geändert hat',
  'match.drift.range': '{name} lag die letzten drei Male zwischen {low} und {high}; im Plan steht {was}.',
  'match.drift.take_amount': 'Ab {day} {amount} nehmen',
  'match.drift.take_day': 'Ab {day} verschieben',
  'match.drift.take_end': 'Es ist zu Ende',
  'match.drift.take_range': 'Ab {day} diese Spanne nehmen',
  'match.earlier':
    'Deine Bank hatte am Ende des {day} {amount}. Dein Plan beginnt am {start} mit {planned}' +
    '{between, select, some {, und keine Datei sagt, was dazwischen kam} other {}}.',
  'match.earlier.done': '{amount} ist jetzt dein Kontostand am {start}.',
  'match.earlier.take': 'Am {day} mit {amount} beginnen',
  'match.everyday': 'Ausgaben im Alltag, noch ohne Plan',
  'match.everyday.note':
    'Sie kommen immer wieder, ohne Termin. Solange der Plan sie nicht mitzählt, sieht der Stand besser aus, als er kommt.',
  'match.everyday.open': '{count, plural, one {Eine Zahlung} other {# Zahlungen}}, {amount}',
  'match.everyday.planned':
    '{count, plural, one {Eine Zahlung war Alltag} other {# Zahlungen waren Alltag}}, {amount}; dein Plan zählt das mit',
  'match.everyday.take': '{amount} pro Woche einplanen',
  'match.good':
    '{when, select, today {Vor {days} Tagen sah der Plan für heute {said} vor; es sind {actual}} other {Am {said_day} sah der ' +
    'Plan für den {day} {said} vor; es waren {actual}}}: {causes}.',
  'match.good.bank': 'Deine Bank, {day}',
  'match.good.other': 'Nicht geplant',
  'match.good.rest': 'alles andere {amount}',
  'match.good.rest_unplanned': 'nicht geplant {amount}',
  'match.good.same':
    '{when, select, today {Vor {days} Tagen sah der Plan für heute {said} vor, und das stimmt auf den Cent.} other {Am {said_day} ' +
    'sah der Plan für den {day} {said} vor, und das stimmte auf den Cent.}}',
  'match.good.why': 'Wie gut der Plan war, Zeile für Zeile',
  'match.heading': 'Dein Plan und deine Bank',
  'match.holding': 'Wird mit dem Plan verglichen …',
  'match.kind': '{kind, select, checking {Girokonto} savings {Sparkonto} cash {Bargeld} card {Kreditkarte} other {Kredit}}',
  'match.lately': '{collection, select, incomes {Was zuletzt einging} other {Was zuletzt bezahlt wurde}}',
  'match.lately.day': 'Am',
  'match.lately.paid': '{collection, select, incomes {Eingegangen} other {Bezahlt}}',
  'match.lately.planned': 'Geplant',
  'match.line.days': '{days, plural, one {Das war gestern.} other {Das war vor # Tagen.}}',
  'match.line.newer': 'Neuere Datei einlesen',
  'match.line.ask': 'Fragen beantworten',
  'match.line.look': '{count, plural, one {ein Vorschlag} other {# Vorschläge}}',
  'match.line.proposed':
    '{count, plural, one {Bei deiner Bank wiederholt sich etwas, das mit deinem Plan noch nicht geklärt ist: Ist es eine Ausgabe oder ' +
    'eine Einnahme?} other {Bei deiner Bank wiederholen sich # Dinge, die mit deinem Plan noch nicht geklärt sind: Sind es Ausgaben ' +
    'oder Einnahmen?}}',
  'match.line.income': 'Darunter sind Einnahmen von {amount}: Sind sie schon da, ist um so viel weniger da, als die Zahlen sagen.',
  'match.line.missing':
    '{count, plural, one {Eine geplante Zahlung ist nicht gekommen: Ist sie noch offen, oder kommt sie nicht mehr?} ' +
    'other {# geplante Zahlungen sind nicht gekommen: Sind sie noch offen, oder kommen sie nicht mehr?}}',
  'match.line.need':
    '{count, plural, =0 {Alle Fragen sind beantwortet} one {Eine Antwort von dir fehlt noch} other {# Antworten von dir fehlen noch}}',
  'match.line.unsaid':
    '{what, select, accounts {Eine Bankdatei wartet, bis du sagst, zu welchem Konto deines Plans sie gehört.} ' +
    'other {Eine Bankdatei wartet, bis du sagst, was auf dem Konto war.}}',
  'match.line.waits':
    '{count, plural, one {Eine Buchung deiner Bank könnte zum Plan gehören: Solange du nichts sagst, zählt der Plan die Zahlung als noch ' +
    'offen.} ' +
    'other {# Buchungen deiner Bank könnten zum Plan gehören: Solange du nichts sagst, zählt der Plan die Zahlungen als noch offen.}}',
  'match.paid':
    '{collection, select, incomes {Eingegangen} other {Bezahlt}} am {paid_day}: {paid}{same, select, yes {, wie geplant} no ' +
    '{; geplant war {planned} am {day}} other {}}.',
  'match.link.balance': '{owed, select, yes {Was darauf am {day} abends offen war} other {Was am {day} abends darauf war}}',
  'match.link.card': 'Rechnet am {closing} des Monats ab und wird am {due} fällig.',
  'match.link.card.guess': 'Das sagen ihre Zahlungen; der Tag, an dem abgerechnet wird, ist geschätzt: Er steht auf deiner Abrechnung.',
  'match.link.choose': 'Auswählen …',
  'match.link.go': 'Zuordnen',
  'match.link.kind': 'Was für ein Konto ist es?',
  'match.link.main': 'Das Hauptkonto',
  'match.link.name': 'Sein Name im Plan',
  'match.link.new': 'Ein neues Konto …',
  'match.link.none': 'Keines dieses Plans',
  'match.link.of': 'Konto im Plan für: {account}',
  'match.link.sure': '{account} ist {main, select, yes {das Hauptkonto} other {dein Konto „{own}“}}: Beide haben auf den Cent gleich viel.',
  'match.link.transactions': '{count, plural, one {# Buchung, {first}} other {# Buchungen, {first} bis {last}}}',
  'match.links': 'Welches Konto deines Plans ist das?',
  'match.links.lead': 'Das wird einmal gefragt. Keine Kontonummer verlässt dieses Gerät.',
  'match.missing':
    '{count, plural, =0 {Was du zu Zahlungen gesagt hast, die nicht kamen} one {Eine Zahlung kam nicht} other {# Zahlungen kamen nicht}}',
  'match.missing.dropped': '„{name}“ kommt nicht mehr und ist ausgelassen.',
  'match.missing.due': '„{name}“ bleibt fällig.',
  'match.missing.row': 'war am {day} fällig',
  'match.missing.still': 'Noch fällig',
  'match.missing.still_named': 'Noch fällig: {name}, {day}',
  'match.missing.will_not': 'Kommt nicht mehr',
  'match.missing.will_not_named': 'Kommt nicht mehr: {name}, {day}',
  'match.none': 'Nicht im Plan',
  'match.none_due': 'Nichts aus deinem Plan war fällig.',
  'match.none_named': 'Nicht im Plan: {payee}',
  'match.nothing_new': 'Nichts Neues: Das steht alles schon in deinem Plan.',
  'match.option': '{name}, {amount} am {day}',
  'match.option.more': 'Weiter weg …',
  'match.other_date': 'Anderer Termin …',
  'match.other_date_of': 'Anderer Termin für {payee}',
  'match.part.amount': 'Andere Beträge',
  'match.part.balance': 'Deine Bank',
  'match.part.missing': 'Nicht gekommen',
  'match.part.planned': 'Im Plan stand',
  'match.part.time': 'An anderen Tagen als geplant',
  'match.part.unplanned': 'Nicht geplant',
  'match.part.untold': 'In keiner der Dateien',
  'match.part.waiting': 'Wartet auf deine Antwort',
  'match.reckoned':
    '{account}: {owed, select, yes {{amount} offen} other {{amount}}} am Ende des Tages ({day}). Das steht in keiner deiner ' +
    'Dateien: Es ist gerechnet, aus {base} am Ende des Tages ({since}) und {count, plural, =0 {keiner Buchung} one {einer Buchung} ' +
    'other {# Buchungen}} seither.',
  'match.reckoned.file':
    '{account}: {owed, select, yes {{file} offen} other {{file}}} am Ende des Tages ({day}), wie die Datei sagt. Nach deinen Buchungen ' +
    'waren es {amount}: Vielleicht fehlen welche.',
  'match.reckoned.other': 'Es ist eine andere Summe',
  'match.relink': 'Ändern, welches Konto welches ist',
  'match.relink.balance': '{account}: {amount} am Ende des Tages ({day}), wie die Datei sagt.',
  'match.relink.done': 'Deine Konten sind neu zugeordnet, und dein Plan ist, wie ihre Dateien sagen.',
  'match.relink.go': 'So zuordnen',
  'match.relink.lead':
    'Was eine Datei beim falschen Konto abgeglichen hat, wird aus deinem Plan genommen und neu angesehen. „Rückgängig“ holt alles zurück.',
  'match.relink.say':
    '{account}: Keine Datei sagt mehr, was darauf ist. {owed, select, yes {Was war dort am {day} geschuldet, mit Minus?} ' +
    'other {Was war am {day} darauf?}}',
  'match.relink.settled':
    '{count, plural, =0 {Noch keine Zahlung war damit abgeglichen.} one {Eine Zahlung, die abgeglichen war, wird neu angesehen.} ' +
    'other {# Zahlungen, die abgeglichen waren, werden neu angesehen.}}',
  'match.relink.what': 'Das ändert sich:',
  'match.said.card': '{payee} bezahlt „{card}“.',
  'match.said.is': '{same, select, true {Das ist „{name}“.} other {{payee} gehört zu „{name}“.}}',
  'match.said.none': '{payee} gehört zu nichts im Plan.',
  'match.taken_back': 'Der Abgleich mit deiner Bank ist zurückgenommen.',
  'match.to_plan': 'Zum Plan',
  'match.twice': 'Doppelt abgebucht?',
  'match.twice.note':
    'Diese Zahlungen kommen sonst höchstens einmal im Monat. Dein Plan zählt beide; frag beim Empfänger oder bei deiner Bank nach, ' +
    'wenn eine zu viel ist.',
  'match.twice.right': 'Beide stimmen',
  'match.twice.right_named': 'Beide stimmen: {payee}, {amount}',
  'match.twice.told':
    '{payee} hat zweimal {amount} abgebucht, {days, select, one {beide Male am {first}} other {am {first} und am {second}}}.',
  'match.unplanned':
    '{count, plural, =0 {Was du zu ungeplanten Zahlungen gesagt hast} ' +
    'one {Eine Zahlung war nicht geplant} other {# Zahlungen waren nicht geplant}}',
  'match.unplanned.aside': 'Beiseitelegen',
  'match.unplanned.aside_all': '{count, plural, =2 {Beide} other {Alle {count, number}}} beiseitelegen',
  'match.unplanned.aside_named': 'Beiseitelegen: {payee}, {amount}',
  'match.unplanned.bill': 'Kommt {months, plural, one {jeden Monat} =12 {jedes Jahr} other {alle # Monate}}',
  'match.unplanned.bill_named': 'Kommt {months, plural, one {jeden Monat} =12 {jedes Jahr} other {alle # Monate}}: {payee}, {amount}',
  'match.unplanned.done': '„{name}“ ist jetzt {months, plural, one {jeden Monat} =12 {jedes Jahr} other {alle # Monate}} in deinem Plan.',
  'match.unplanned.more': 'Weitere zeigen',
  'match.unplanned.note':
    '{count, plural, one {Im Kontostand ist sie schon enthalten. Mehr ist nicht zu tun, außer sie kommt wieder oder bezahlt etwas ' +
    'Geplantes.} other {Im Kontostand sind sie schon enthalten. Mehr ist nicht zu tun, außer eine davon kommt wieder oder bezahlt etwas ' +
    'Geplantes.}}',
  'match.unplanned.pays': 'Bezahlt …',
  'match.unplanned.pays_of': 'Was {payee}, {amount} bezahlt',
  'match.unplanned.put_aside':
    '{count, plural, one {{payee} ist beiseitegelegt und bleibt im Kontostand.} ' +
    'other {# Zahlungen sind beiseitegelegt und bleiben im Kontostand.}}',
  'match.why': 'So kommt das zustande',
  'match.yes': 'Ja',
  'match.yes_all': 'Ja, und das ist alles',
  'match.yes_all_named': 'Ja, {payee} gehört zu „{name}“, und das ist alles',
  'match.yes_named': 'Ja, {payee} gehört zu „{name}“',
  'match.yes_part': 'Ja, {amount} fehlen noch',
  'match.yes_part_named': 'Ja, {payee} gehört zu „{name}“, und {amount} fehlen noch',
} satisfies Translated<typeof english>
