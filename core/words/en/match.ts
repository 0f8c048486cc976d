/** The bank held against the plan: what came, what needs a word, and why the balance is another one. */
export default {
  'match.again': 'Hold it against the plan again',
  'match.ask.again': 'Ask again',
  'match.ask.head': '{payee}, {amount} on {day}',
  'match.ask.is': 'Is it {name}, {amount} on {day}?',
  'match.asks': '{count, plural, =0 {What you said of payments} one {One payment needs a word} other {# payments need a word}}',
  'match.at':
    'On {day} your bank has {balance}, {amount} {than, select, less {less} other {more}} than planned{since, select, none {} ' +
    'other { since {since}}}{named, select, yes {: {causes}} other {}}.',
  'match.at_same': 'On {day} your bank has {balance}, to the cent as planned{since, select, none {} other { since {since}}}.',
  'match.balance.ask':
    '{of, select, main {What was on the account at the end of {day}?} owed {What was owed on {account} at the end of {day}?} ' +
    'other {What was on {account} at the end of {day}?}}',
  'match.balance.take': 'That is it',
  'match.balance.why':
    '{changed, select, yes {The plan has {amount} since it was changed there. By your transactions it would be this much.} ' +
    'other {None of your files says so. By the plan and what moved since, it would be this much.}}',
  'match.card.both': 'It may be the payment due {day}, which the plan counts until that is said.',
  'match.card.due': '{card}: its payment due {day}',
  'match.card.pays': 'It pays {card}',
  'match.card.undated': '{card}: a payment onto it',
  'match.came':
    '{due, plural, one {{came, plural, =0 {The planned payment has not come yet.} other {The planned payment came.}}} ' +
    'other {{came, number} of # planned payments came.}}',
  'match.came.list': 'What came',
  'match.came.on': 'on {day}',
  'match.came.planned': 'planned {amount} on {day}',
  'match.cause': '{name} {amount}',
  'match.done': '“{plan}” is where your bank was on {day}.',
  'match.done.earlier': '“{plan}” has what your bank says until {day}; the balance it begins with stays.',
  'match.doubt':
    '{doubt, select, payee {The name is not the one it usually comes under.} amount {The amount is another one.} days {It came ' +
    '{days, plural, one {a day} other {# days}} {when, select, late {late} other {early}}.} another_date {It could be another date as ' +
    'well.} another_payment {Another payment could be it as well.} part {It is less than is due.} other {Some of it went back.}}',
  'match.drift.amount': '{name} was not {was} the last three times, but {is}.',
  'match.drift.day':
    '{name} came {days, plural, one {a day} other {# days}} {when, select, late {later} other {earlier}} than planned three times.',
  'match.drift.done': '{name} is changed.',
  'match.drift.end': '{name} has not been paid since {day}.',
  'match.drift.heading': 'What has changed',
  'match.drift.range': '{name} was between {low} and {high} the last three times; the plan has {was}.',
  'match.drift.take_amount': 'Take {amount} from {day} on',
  'match.drift.take_day': 'Move it from {day} on',
  'match.drift.take_end': 'It has ended',
  'match.drift.take_range': 'Take this range from {day} on',
  'match.earlier':
    'Your bank had {amount} at the end of {day}. Your plan begins on {start} with {planned}' +
    '{between, select, some {, and no file tells what came between} other {}}.',
  'match.earlier.done': '{amount} is now your balance on {start}.',
  'match.earlier.take': 'Begin on {day} with {amount}',
  'match.everyday': 'Everyday spending without a plan yet',
  'match.everyday.note': 'It leaves again and again without a date. As long as the plan does not count it, the balance ahead is too good.',
  'match.everyday.open': '{count, plural, one {One payment} other {# payments}}, {amount}',
  'match.everyday.planned':
    '{count, plural, one {One payment was} other {# payments were}} everyday spending, {amount}, which your plan counts',
  'match.everyday.take': 'Plan {amount} a week',
  'match.good':
    '{when, select, today {{days} days ago the plan said {said} for today; it is {actual}} other {On {said_day} the plan said ' +
    '{said} for {day}; it was {actual}}}: {causes}.',
  'match.good.bank': 'Your bank, {day}',
  'match.good.other': 'Not planned',
  'match.good.rest': 'all else {amount}',
  'match.good.rest_unplanned': 'not planned {amount}',
  'match.good.same':
    '{when, select, today {{days} days ago the plan said {said} for today, which it is to the cent.} other {On {said_day} the ' +
    'plan said {said} for {day}, which it was to the cent.}}',
  'match.good.why': 'How good the plan was, line by line',
  'match.heading': 'Your plan and your bank',
  'match.holding': 'Looking at what came…',
  'match.kind': '{kind, select, checking {Checking} savings {Savings} cash {Cash} card {Credit card} other {Loan}}',
  'match.lately': '{collection, select, incomes {What came lately} other {What was paid lately}}',
  'match.lately.day': 'On',
  'match.lately.paid': '{collection, select, incomes {Came} other {Paid}}',
  'match.lately.planned': 'Planned',
  'match.line.days': '{days, plural, one {That was a day ago.} other {That was # days ago.}}',
  'match.line.newer': 'Bring a newer file',
  'match.line.ask': 'Ask me',
  'match.line.look': '{count, number} to look at',
  'match.line.proposed':
    '{count, plural, one {Something repeats at your bank that is not settled with your plan: is it a bill, or an income?} ' +
    'other {# things repeat at your bank that are not settled with your plan: are they bills, or income?}}',
  'match.line.income': 'Income of {amount} is among it: if that has come already, there is so much less than the figures say.',
  'match.line.missing':
    '{count, plural, one {A planned payment has not come: is it still due, or will it not come?} ' +
    'other {# planned payments have not come: are they still due, or will they not come?}}',
  'match.line.need': '{count, plural, =0 {All questions are answered} one {One needs a word} other {# need a word}}',
  'match.line.unsaid':
    '{what, select, accounts {A bank file waits until you say which account of your plan it is of.} ' +
    'other {A bank file waits until you say what was on the account.}}',
  'match.line.waits':
    '{count, plural, one {A payment at your bank may be one of the plan: until you say so, the plan counts it as still to come.} ' +
    'other {# payments at your bank may be some of the plan: until you say so, the plan counts them as still to come.}}',
  'match.paid':
    '{collection, select, incomes {Came in} other {Paid}} on {paid_day}: {paid}{same, select, yes {, as planned} no {; planned was ' +
    '{planned} on {day}} other {}}.',
  'match.link.balance': '{owed, select, yes {What was owed on it at the end of {day}} other {What was on it at the end of {day}}}',
  'match.link.card': 'Closes on the {closing} of the month and is due on the {due}.',
  'match.link.card.guess': 'Its payments say so; the day on which it closes is a guess: your statement has it.',
  'match.link.choose': 'Choose…',
  'match.link.go': 'Link them',
  'match.link.kind': 'What kind of account is it?',
  'match.link.main': 'The main account',
  'match.link.name': 'Its name in the plan',
  'match.link.new': 'A new account…',
  'match.link.none': 'None of this plan’s',
  'match.link.of': 'Account of the plan for: {account}',
  'match.link.sure': '{account} is {main, select, yes {the main account} other {your “{own}”}}: their balances are the same to the cent.',
  'match.link.transactions': '{count, plural, one {# transaction, {first}} other {# transactions, {first} to {last}}}',
  'match.links': 'Which account of your plan is it?',
  'match.links.lead': 'This is asked once. No account number leaves this device.',
  'match.missing':
    '{count, plural, =0 {What you said of payments that have not come} one {One payment has not come} other {# payments have not come}}',
  'match.missing.dropped': '{name} will not come and is left out.',
  'match.missing.due': '{name} stays due.',
  'match.missing.row': 'was due on {day}',
  'match.missing.still': 'Still due',
  'match.missing.still_named': 'Still due: {name}, {day}',
  'match.missing.will_not': 'Will not come',
  'match.missing.will_not_named': 'Will not come: {name}, {day}',
  'match.none': 'None of the plan’s',
  'match.none_due': 'Nothing of your plan was due.',
  'match.none_named': 'None of the plan’s: {payee}',
  'match.nothing_new': 'Nothing new: your plan has all of this already.',
  'match.option': '{name}, {amount} on {day}',
  'match.option.more': 'Further away…',
  'match.other_date': 'Another date…',
  'match.other_date_of': 'Another date for {payee}',
  'match.part.amount': 'Other amounts',
  'match.part.balance': 'Your bank',
  'match.part.missing': 'Has not come',
  'match.part.planned': 'The plan had said',
  'match.part.time': 'On other days than planned',
  'match.part.unplanned': 'Not planned',
  'match.part.untold': 'In none of the files',
  'match.part.waiting': 'Waits for your word',
  'match.reckoned':
    '{account}: {owed, select, yes {{amount} owed} other {{amount}}} at the end of {day}. None of your files says so: it is ' +
    'reckoned from {base} at the end of {since} and {count, plural, =0 {no transaction} one {one transaction} ' +
    'other {# transactions}} since.',
  'match.reckoned.file':
    '{account}: {owed, select, yes {{file} owed} other {{file}}} at the end of {day}, as its file says. Reckoned from your ' +
    'transactions it was {amount}: some of them may be missing.',
  'match.reckoned.other': 'It is another sum',
  'match.relink': 'Change which account is which',
  'match.relink.balance': '{account}: {amount} at the end of {day}, as its file says.',
  'match.relink.done': 'Your accounts are linked anew, and your plan is as their files say.',
  'match.relink.go': 'Link them so',
  'match.relink.lead': 'What a file settled on the wrong account is taken out of your plan and looked at anew. Undo takes all of it back.',
  'match.relink.say':
    '{account}: no file tells what is on it any more. {owed, select, yes {What was owed on it on {day}, with a minus?} ' +
    'other {What was on it on {day}?}}',
  'match.relink.settled':
    '{count, plural, =0 {No payment was settled by them.} one {One payment that was settled is looked at anew.} ' +
    'other {# payments that were settled are looked at anew.}}',
  'match.relink.what': 'This changes:',
  'match.said.card': '{payee} pays {card}.',
  'match.said.is': '{same, select, true {It is {name}.} other {{payee} is {name}.}}',
  'match.said.none': '{payee} is none of the plan’s.',
  'match.taken_back': 'What your bank said was taken out of the plan again.',
  'match.to_plan': 'See the plan',
  'match.twice': 'Charged twice?',
  'match.twice.note':
    'This is usually paid no more than once a month. Your plan counts both; ask who charged you, or your bank, if one is too many.',
  'match.twice.right': 'Both are right',
  'match.twice.right_named': 'Both are right: {payee}, {amount}',
  'match.twice.told': '{payee} took {amount} twice, {days, select, one {both on {first}} other {on {first} and on {second}}}.',
  'match.unplanned':
    '{count, plural, =0 {What you said of payments that were not planned} ' +
    'one {One payment was not planned} other {# payments were not planned}}',
  'match.unplanned.aside': 'Put aside',
  'match.unplanned.aside_all': 'Put {count, plural, =2 {both} other {all {count, number}}} aside',
  'match.unplanned.aside_named': 'Put aside: {payee}, {amount}',
  'match.unplanned.bill': 'Comes every {months, plural, one {month} =12 {year} other {# months}}',
  'match.unplanned.bill_named': 'Comes every {months, plural, one {month} =12 {year} other {# months}}: {payee}, {amount}',
  'match.unplanned.done': '{name} is now in your plan, every {months, plural, one {month} =12 {year} other {# months}}.',
  'match.unplanned.more': 'Show more',
  'match.unplanned.note':
    '{count, plural, one {It is in the balance. Nothing more has to be done, unless it comes again or pays something that was ' +
    'planned.} other {They are in the balance. Nothing more has to be done, unless one of them comes again or pays something that was ' +
    'planned.}}',
  'match.unplanned.pays': 'It pays…',
  'match.unplanned.pays_of': 'What {payee}, {amount} pays',
  'match.unplanned.put_aside':
    '{count, plural, one {{payee} is put aside; it stays in the balance.} other {# payments are put aside; they stay in the balance.}}',
  'match.why': 'How that comes about',
  'match.yes': 'Yes',
  'match.yes_all': 'Yes, and that is all',
  'match.yes_all_named': 'Yes, {payee} is {name}, and that is all',
  'match.yes_named': 'Yes, {payee} is {name}',
  'match.yes_part': 'Yes, {amount} is still to come',
  'match.yes_part_named': 'Yes, {payee} is {name}, and {amount} is still to come',
}
