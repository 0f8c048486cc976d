/** How banks of Asia, Australia, New Zealand, South Africa, Turkey, Russia, Ukraine, Greece, Israel and Thailand lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const asia: readonly BankLayout[] = [
  {
    name: 'HDFC',
    currency_code: 'INR',
    rows: ['2025-03-14 5000000 SALARY ACME', '2025-03-15 -129900 POS 416021XXXXXX1234 BIGBAZAAR'],
    text: `

Date,Narration,Value Dat,Debit Amount,Credit Amount,Chq/Ref Number,Closing Balance
14/03/25,SALARY ACME,14/03/25,0.00,50000.00,000000000000,50000.00
15/03/25,POS 416021XXXXXX1234 BIGBAZAAR,15/03/25,1299.00,0.00,000000000001,48701.00
`,
  },
  {
    name: 'ICICI',
    currency_code: 'INR',
    rows: ['2025-03-14 5000000 NEFT-ACME-SALARY', '2025-03-15 -129900 UPI/BIGBAZAAR'],
    text: `
S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )
1,14/03/2025,14/03/2025,-,NEFT-ACME-SALARY,0.0,50000.0,50000.0
2,15/03/2025,15/03/2025,-,UPI/BIGBAZAAR,1299.0,0.0,48701.0
`,
  },
  {
    name: 'SBI',
    currency_code: 'INR',
    rows: ['2025-03-14 5000000 BY TRANSFER-ACME SALARY--', '2025-03-15 -129900 TO TRANSFER-UPI/BIGBAZAAR--'],
    text: `
Account Name	:	MR X
Account Number	:	_00000012345678901
Start Date	:	1 Mar 2025

Txn Date	Value Date	Description	Ref No./Cheque No.	Debit	Credit	Balance	
14 Mar 2025	14 Mar 2025	BY TRANSFER-ACME SALARY--	TRANSFER FROM 123		50,000.00	50,000.00	
15 Mar 2025	15 Mar 2025	TO TRANSFER-UPI/BIGBAZAAR--	TRANSFER TO 123	1,299.00		48,701.00	
`,
  },
  {
    name: 'lakh groups',
    currency_code: 'INR',
    rows: ['2025-03-14 15000000 SALARY', '2025-03-15 -129900 RENT'],
    text: `
Date,Particulars,Debit,Credit,Balance
14-03-2025,SALARY,,"1,50,000.00","1,50,000.00"
15-03-2025,RENT,"1,299.00",,"1,48,701.00"
`,
  },
  {
    name: 'MUFG',
    currency_code: 'JPY',
    rows: ['2025-03-14 250000 給与 カ)テスト', '2025-03-15 -1299 カード ローソン'],
    text: `
"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ","未資金化区分","入払区分"
"2025/3/14","給与","給与 カ)テスト","","250,000","250,000","","","入金"
"2025/3/15","カード","カード ローソン","1,299","","248,701","","","支払い"
`,
  },
  {
    name: 'Rakuten bank',
    currency_code: 'JPY',
    rows: ['2025-03-14 250000 給与振込 テスト', '2025-03-15 -1299 ローソン'],
    text: `
取引日,入出金(円),取引後残高(円),入出金内容
20250314,250000,250000,給与振込 テスト
20250315,-1299,248701,ローソン
`,
  },
  {
    name: 'Rakuten card',
    currency_code: 'JPY',
    asks: ['columns', 'positive_is'],
    rows: [],
    text: `
"利用日","利用店名・商品名","利用者","支払方法","利用金額","支払手数料","支払総額","3月支払金額","4月繰越残高","新規サイン"
"2025/03/15","ローソン","本人","1回払い","1299","0","1299","1299","0","*"
"2025/03/16","アマゾン","本人","1回払い","3200","0","3200","3200","0","*"
`,
  },
  {
    name: 'Alipay',
    currency_code: 'CNY',
    rows: ['2025-03-15 -1299 超市', '2025-03-14 500000 公司'],
    text: `
支付宝交易记录明细查询
账号:[x@x.com]
起始日期:[2025-03-01 00:00:00]    终止日期:[2025-03-16 00:00:00]
---------------------------------交易记录明细列表------------------------------------
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注
2025-03-15 10:00:00,餐饮,超市,x***,购物,支出,12.99,余额宝,交易成功,2025031522001,T1,
2025-03-14 10:00:00,工资,公司,y***,工资,收入,5000.00,余额,交易成功,2025031422001,T2,
2025-03-13 10:00:00,购物,淘宝,z***,衣服,支出,99.00,余额宝,交易关闭,2025031322001,T3,
`,
  },
  {
    name: 'WeChat',
    currency_code: 'CNY',
    rows: ['2025-03-15 -1299 超市', '2025-03-14 500000 公司'],
    text: `
微信支付账单明细,,,,,,,,
微信昵称：[x],,,,,,,,
起始时间：[2025-03-01 00:00:00] 终止时间：[2025-03-16 00:00:00],,,,,,,,

----------------------微信支付账单明细列表--------------------,,,,,,,,
交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
2025-03-15 10:00:00,商户消费,超市,"购物",支出,¥12.99,零钱,支付成功,"1000	","1	","/"
2025-03-14 10:00:00,转账,公司,"工资",收入,¥5000.00,/,已存入零钱,"1001	","2	","/"
`,
  },
  {
    name: 'CMB',
    currency_code: 'CNY',
    rows: ['2025-03-15 -1299 超市', '2025-03-14 500000 工资'],
    text: `
交易日期,交易时间,支出,收入,余额,交易类型,交易备注
20250315,10:00:00,12.99,,4987.01,消费,超市
20250314,10:00:00,,5000.00,5000.00,代发,工资
`,
  },
  {
    name: 'Kakao bank',
    currency_code: 'KRW',
    rows: ['2025-03-15 -1299 편의점', '2025-03-14 2500000 회사'],
    text: `
거래일시,구분,거래금액,거래 후 잔액,거래구분,내용,메모
2025.03.15 10:00:00,출금,"-1,299","2,498,701",체크카드결제,편의점,
2025.03.14 10:00:00,입금,"2,500,000","2,500,000",일반입금,회사,
`,
  },
  {
    name: 'CBA no header',
    currency_code: 'AUD',
    rows: ['2025-03-15 -1299 WOOLWORTHS', '2025-03-14 250000 SALARY ACME', '2025-03-13 -500 COFFEE'],
    text: `
15/03/2025,"-12.99","WOOLWORTHS","+2482.01"
14/03/2025,"+2500.00","SALARY ACME","+2495.00"
13/03/2025,"-5.00","COFFEE","-5.00"
`,
  },
  {
    name: 'ANZ no header',
    currency_code: 'AUD',
    rows: ['2025-03-15 -1299 WOOLWORTHS SYDNEY', '2025-03-14 250000 PAY ACME', '2025-03-13 -500 COFFEE'],
    text: `
15/03/2025,"-12.99","WOOLWORTHS SYDNEY"
14/03/2025,"2500.00","PAY ACME"
13/03/2025,"-5.00","COFFEE"
`,
  },
  {
    name: 'NAB',
    currency_code: 'AUD',
    rows: ['2025-03-15 -1299 WOOLWORTHS', '2025-03-14 250000 SALARY'],
    text: `
Date,Amount,Account Number,,Transaction Type,Transaction Details,Balance,Category,Merchant Name
15 Mar 25,-12.99,123456789,,EFTPOS DEBIT,WOOLWORTHS,2487.01,Groceries,
14 Mar 25,2500.00,123456789,,INTER-BANK CREDIT,SALARY,2500.00,Income,
`,
  },
  {
    name: 'Westpac',
    currency_code: 'AUD',
    rows: ['2025-03-15 -1299 DEBIT CARD PURCHASE WOOLWORTHS', '2025-03-14 250000 DEPOSIT ACME'],
    text: `
Bank Account,Date,Narrative,Debit Amount,Credit Amount,Balance,Categories,Serial
032000123456,15/03/2025,DEBIT CARD PURCHASE WOOLWORTHS,12.99,,2487.01,DEBIT,
032000123456,14/03/2025,DEPOSIT ACME,,2500.00,2500.00,DEP,
`,
  },
  {
    name: 'ASB NZ',
    currency_code: 'NZD',
    rows: ['2025-03-15 -1299 COUNTDOWN', '2025-03-14 250000 SALARY'],
    text: `
Created date / time : 16 March 2025 / 10:00:00
Bank 12; Branch 3456; Account 0123456-00 (Streamline)
From date 20250301
To date 20250316
Avail Bal : 2487.01 as of 20250316
Ledger Balance : 2487.01 as of 20250316
Date,Unique Id,Tran Type,Cheque Number,Payee,Memo,Amount

2025/03/15,2025031501,EFTPOS,,"COUNTDOWN","CARD 1234",-12.99
2025/03/14,2025031401,D/C,,"SALARY","ACME",2500.00
`,
  },
  {
    name: 'FNB ZA',
    currency_code: 'ZAR',
    rows: ['2025-03-15 -1299 POS Purchase Checkers', '2025-03-14 250000 Salary Acme'],
    text: `
ACCOUNT TRANSACTION HISTORY

Name:, MR, X
Account:, 62000000000, [FNB GOLD CHEQUE ACCOUNT]
Balance:, 2487.01, 2487.01

Date, Amount, Balance, Description
2025/03/15, -12.99, 2487.01, POS Purchase Checkers
2025/03/14, 2500.00, 2500.00, Salary Acme
`,
  },
  {
    name: 'Garanti',
    currency_code: 'TRY',
    rows: ['2025-03-15 -1299 MIGROS', '2025-03-14 500000 MAAŞ ÖDEMESİ'],
    text: `
Tarih;Açıklama;Etiket;Tutar;Bakiye
15.03.2025;MIGROS;Market;-12,99;4.987,01
14.03.2025;MAAŞ ÖDEMESİ;Maaş;5.000,00;5.000,00
`,
  },
  {
    name: 'Tinkoff',
    currency_code: 'RUB',
    asks: ['columns', 'positive_is'],
    rows: ['2025-03-15 -1299 Пятёрочка', '2025-03-14 500000 Пополнение. ООО Фирма'],
    text: `
"Дата операции";"Дата платежа";"Номер карты";"Статус";"Сумма операции";"Валюта операции";"Сумма платежа";"Валюта платежа";"Кэшбэк";"Категория";"MCC";"Описание";"Бонусы (включая кэшбэк)";"Округление на инвесткопилку";"Сумма операции с округлением"
"15.03.2025 10:00:00";"15.03.2025";"*1234";"OK";"-12,99";"RUB";"-12,99";"RUB";"";"Супермаркеты";"5411";"Пятёрочка";"0,00";"0,00";"12,99"
"14.03.2025 10:00:00";"14.03.2025";"";"OK";"5000,00";"RUB";"5000,00";"RUB";"";"Пополнения";"";"Пополнение. ООО Фирма";"0,00";"0,00";"5000,00"
"13.03.2025 10:00:00";"";"*1234";"FAILED";"-99,00";"RUB";"-99,00";"RUB";"";"Кафе";"5812";"Кафе";"0,00";"0,00";"99,00"
`,
  },
  {
    name: 'PrivatBank',
    currency_code: 'UAH',
    rows: ['2025-03-15 -1299 Сільпо', '2025-03-14 500000 Зарплата'],
    text: `
Дата,Категорія,Картка,Опис операції,Сума у валюті картки,Валюта картки,Сума у валюті транзакції,Валюта транзакції,Залишок на кінець періоду,Валюта залишку
15.03.2025 10:00,Супермаркети,**** 1234,Сільпо,-12.99,UAH,-12.99,UAH,4987.01,UAH
14.03.2025 10:00,Зарахування,**** 1234,Зарплата,5000,UAH,5000,UAH,5000,UAH
`,
  },
  {
    name: 'Monobank',
    currency_code: 'UAH',
    rows: ['2025-03-15 -1299 Сільпо', '2025-03-14 500000 Від: Фірма'],
    text: `
"Дата i час операції","Деталі операції",MCC,"Сума в валюті картки (UAH)","Сума в валюті операції",Валюта,Курс,"Сума комісій (UAH)","Сума кешбеку (UAH)","Залишок після операції"
"15.03.2025 10:00:00","Сільпо",5411,-12.99,-12.99,UAH,—,—,—,4987.01
"14.03.2025 10:00:00","Від: Фірма",4829,5000.0,5000.0,UAH,—,—,—,5000.0
`,
  },
  {
    name: 'Hapoalim',
    currency_code: 'ILS',
    rows: ['2025-03-15 -1299 שופרסל', '2025-03-14 500000 משכורת'],
    text: `
תאריך,הפעולה,פרטים,אסמכתא,חובה,זכות,יתרה בש"ח,תאריך ערך
15/03/2025,שופרסל,,123,12.99,,4987.01,15/03/2025
14/03/2025,משכורת,,124,,5000.00,5000.00,14/03/2025
`,
  },
  {
    name: 'SCB Thai',
    currency_code: 'THB',
    rows: ['2025-03-15 -1299 7-ELEVEN', '2025-03-14 500000 เงินเดือน'],
    text: `
วันที่,รายการ,ถอน,ฝาก,ยอดคงเหลือ
15/03/2025,7-ELEVEN,12.99,,4987.01
14/03/2025,เงินเดือน,,5000.00,5000.00
`,
  },
  {
    name: 'Thai with kinds of payment and details',
    currency_code: 'THB',
    rows: ['2025-03-15 -1299 7-ELEVEN', '2025-03-14 500000 ACME'],
    text: `
วันที่,เวลา,รายการ,ถอนเงิน,ฝากเงิน,ยอดคงเหลือ,ช่องทาง,รายละเอียด
15/03/2568,08:11,ชำระเงิน,12.99,,4987.01,APP,7-ELEVEN
14/03/2568,09:00,รับโอนเงิน,,5000.00,5000.00,APP,ACME
`,
  },
  {
    name: 'Vietnamese with a balance',
    currency_code: 'VND',
    rows: ['2025-03-15 -123000 CO.OPMART', '2025-03-14 1000000 LUONG ACME'],
    text: `
Ngày giao dịch,Số tham chiếu,Số tiền ghi nợ,Số tiền ghi có,Số dư,Mô tả
15/03/2025,5078 - 11111,"123,000",,"877,000",CO.OPMART
14/03/2025,5078 - 11110,,"1,000,000","1,000,000",LUONG ACME
`,
  },
  {
    name: 'Thai months BE',
    currency_code: 'THB',
    rows: ['2025-03-15 -1299 7-ELEVEN', '2025-03-14 500000 เงินเดือน'],
    text: `
วันที่,รายการ,ถอน,ฝาก,ยอดคงเหลือ
15 มี.ค. 2568,7-ELEVEN,12.99,,4987.01
14 มี.ค. 2568,เงินเดือน,,5000.00,5000.00
`,
  },
  {
    name: 'Thai months short',
    currency_code: 'THB',
    rows: ['2025-01-15 -1299 7-ELEVEN', '2025-02-14 500000 เงินเดือน'],
    text: `
วันที่,รายการ,ถอน,ฝาก
15 ม.ค. 68,7-ELEVEN,12.99,
14 กุมภาพันธ์ 68,เงินเดือน,,5000.00
`,
  },
]
