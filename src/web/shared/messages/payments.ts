export const paymentMessages = {
  'payments.claim-day-missing': '請求日を入力してください（例：令和8年4月1日）。',
  'payments.claim-day-unreadable':
    '請求日は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
  'payments.claim-in-future': '請求日は今日までの日付を入力してください。',
  'payments.claim-before-letter': '請求日は、交付決定通知書の日付（{earliest}）以後の日付を入力してください。',
  'payments.signer-missing': '{label}の氏名を入力してください。',
  'payments.signer-too-long': '{label}の氏名は{most}文字以内で入力してください。',
  'payments.signer-phone':
    '{label}の電話番号を、0から始まる10けたか11けたの数字で入力してください（例：0942-00-0000）。',
  'payments.claim-state':
    'この請求書は、すでに確認されたか取り下げられています。請求の一覧で最新の状態を確かめてください。',
  'payments.claim-has-order':
    'この請求書の支払の手続が始まっているため、取り下げられません。担当課に連絡してください。',
  'payments.withdrawal-reason-missing': '取り下げる理由を入力してください。',
  'payments.reason-too-long': '理由は{most}文字以内で入力してください。',
  'payments.no-representative':
    '「{organization}」の代表者が登録されていないため、請求書を作れません。団体の情報で代表者を登録してください。',

  'payments.no-claim-chosen': '支払う請求書を1件以上選んでください。',
  'payments.claim-not-confirmed':
    '「{organization}」の請求書は、まだ団体が確認していません。確認を待ってから選んでください。',
  'payments.order-exists': '「{organization}」の請求書には、すでに支出命令があります。選択から外してください。',
  'payments.no-commitment':
    '「{organization}」の支出負担行為が見つからないため、支出命令を起案できません。交付決定の状態を確かめてください。',
  'payments.other-budget-year':
    '{organization}への支払は{year}の予算に属します（地方自治法施行令第143条）。予算科目を確認してください。',
  'payments.year-closed': 'この年度の支払は{last}で終わりました。翌年度以降の予算での支払を検討してください。',

  'payments.hold-account-change-pending':
    '「{organization}」は口座の変更を届け出ています。変更の確認が終わるまで、この支払はできません。',
  'payments.hold-transfer-kana-unconfirmed':
    '「{organization}」の振込用カナが確認されていません。担当課が通帳の写しで確認するまで、この支払はできません。',
  'payments.hold-no-account':
    '「{organization}」には使える口座がありません。担当課が団体の登録を確かめるまで、この支払はできません。',
  'payments.hold-account-changed':
    '「{organization}」の口座は、支出命令の後に変わりました。この支出命令を返付し、新しい口座で支出命令をやり直してください。',

  'payments.hold-delegation-unchecked':
    '「{organization}」の委任状を職員がまだ確かめていません。請求書の画面で確かめるまで、支出命令は起案できません。',
  'payments.delegate-missing': '受け取る人の氏名（又は団体名）を入力してください。',
  'payments.delegation-reason-missing': '委任する理由を入力してください。',
  'payments.delegation-paper-missing': '委任状の写しを選んでください。',
  'payments.delegation-refusal-missing': '受け付けられない理由を入力してください。団体の画面に表示されます。',
  'payments.delegation-exists': 'この請求書には、すでに委任状があります。取り下げてから出し直してください。',
  'payments.delegation-state': '委任状は状態が変わったため、この操作ができません。画面を開き直して確かめてください。',
  'payments.delegation-after-order':
    'この請求書の支払の手続が始まっているため、委任状は変えられません。担当課に連絡してください。',
  'payments.payee-changed':
    '「{organization}」は受け取る人が変わっています。この支出命令では送れないので、返付して新しい支出命令で支払ってください。',

  'payments.mistake-missing': '誤りの内容を{most}文字以内で入力してください。記録に残ります。',
  'payments.failure-of-accounting':
    'この振込不能は財務会計の一覧から取り込んだものです。誤りは財務会計の側で直し、一覧を取り込み直してください。',
  'payments.order-state': 'この支出命令は状態が変わったため、この操作ができません。画面を開き直して確かめてください。',
  'payments.no-order-chosen': '支出命令を1件以上選んでください。',
  'payments.acted-on-ordering-side':
    '交付決定又は支出命令の起案・決裁に加わっているため、「{organization}」の会計の処理はできません。ほかの会計職員に任せてください。',
  'payments.finding-missing': '「{label}」の審査結果を選んでください。',
  'payments.remark-missing': '問題の内容（{label}）を入力してください。',
  'payments.remark-too-long': '問題の内容は{most}文字以内で入力してください。',
  'payments.check-not-passed': '「{organization}」は審査で問題があるとされています。理由を付けて返付してください。',
  'payments.acceptance-missing': '認める理由を{most}文字以内で入力してください。支出命令の履歴に残ります。',
  'payments.checked-by-yourself':
    '「{organization}」は自分で審査したものです。支払の決定は、審査していない会計管理者が行います。',
  'payments.return-reason-missing': '返付する理由を入力してください。起案した課が読んで直します。',

  'payments.pays-by-accounting':
    'この自治体では財務会計システムで支払うため、振込データは作りません。「財務会計へ出力」を使ってください。',
  'payments.pays-by-bank':
    'この自治体では銀行への振込データで支払うため、財務会計への出力は使いません。「支払の束」を使ってください。',
  'payments.already-instructed':
    '選んだ支出命令の中に、すでに支払に出したものがあります。画面を開き直して選び直してください。',
  'payments.not-a-bank-day': '{day}は銀行の休業日です。銀行の営業日を入力してください。',
  'payments.cut-off-passed':
    'この振込日は銀行の受付の締切りを過ぎています。{earliest}以後の銀行営業日を入力してください。',
  'payments.after-closing':
    '出納閉鎖のため、この年度の振込日は{last}までです。それより前の銀行営業日を入力してください。',
  'payments.batch-empty':
    '選んだ支出命令はどれも口座の確認を待っているため、束を作れません。確認が終わってから集めてください。',
  'payments.batch-state': 'この束は状態が変わったため、この操作ができません。画面を開き直して確かめてください。',
  'payments.batch-held':
    '口座の確認を待つ支出命令があるため、振込データを作りませんでした。束から外してから、もう一度承認してください。',
  'payments.batch-not-proved':
    '束の件数・合計（{statedCount}件、{statedTotal}円）が支出命令の合計（{provedCount}件、{provedTotal}円）と一致しないため、振込データを作りませんでした。束を解いて集め直してください。',
  'payments.batch-not-transferable':
    '銀行が受け付けない内容があるため、振込データを作りませんでした。次の点を直してください。',
  'payments.collected-by-yourself':
    'この束は自分で集めたものです。振込データの承認は、集めていない会計管理者が行います。',
  'payments.batch-unconfirmed':
    '送付書をまだほかの会計職員が確認していません。2人目の確認が済んでから承認してください。',
  'payments.batch-confirmed-before':
    '送付書の確認のあとに振込データの内容が変わりました。もう一度、ほかの会計職員が送付書を確認してください。',
  'payments.batch-sheet-changed': '画面を開いたあとに振込データの内容が変わりました。新しい送付書を確かめてください。',
  'payments.batch-file-spent':
    '銀行が実行しなかった束の振込データは、ダウンロードできません。銀行に送ると、別の束で支払う支出命令を二重に支払うおそれがあります。',
  'payments.batch-already-paid': 'この束は{paidOn}に支払済として記録されています。',
  'payments.paid-in-future': '支払済の日は今日までの日付を入力してください。',
  'payments.paid-after-closing':
    '{year}の支払は{last}までです。それより後の日は、この年度の支払済の日にできません。銀行の通知の日付を確かめてください。期日までに支払われていないときは、翌年度以降の予算での支払を担当課と相談してください。',
  'payments.paid-before-date': '支払済の日は、振込日（{day}）以後の日付を入力してください。',

  'payments.unexecuted-before-release':
    '銀行から聞いた日は、振込データを作った日（{day}）以後の日付を入力してください。',
  'payments.unexecuted-lines-missing': '実行されなかった支払を選んでください。',
  'payments.unexecuted-reason-missing': '実行されなかった理由を、銀行の説明のとおりに書いてください。',
  'payments.unexecuted-unconfirmed': '銀行に確かめ、口座から資金が出ていないことを確認した印を付けてください。',

  'payments.failure-of-unpaid': 'この支出命令は支払済みでないため、振込不能を記録できません。状態を確かめてください。',
  'payments.failure-reason-missing': '銀行が示した理由を選んでください。',
  'payments.failure-detail-missing': '「その他」のときは、銀行が示した理由を書いてください。',
  'payments.failure-in-future': '今日までの日付を入力してください。',
  'payments.failure-before-payment': '支払済の日（{paidOn}）以後の日付を入力してください。',
  'payments.failure-solved': 'この振込不能はすでに処理されています。画面を開き直して確かめてください。',
  'payments.failure-told-by-yourself':
    '「{organization}」の振込不能は自分で記録したものです。もう一度支払う決定は、ほかの会計管理者（職務代理）が行います。',
  'payments.money-not-back':
    '「{organization}」の資金がまだ戻っていません。銀行から戻った日（入金日）を記録してから進めてください。',
  'payments.resume-remark-missing': '直したこと、又は確かめたことを入力してください。',
  'payments.resume-after-closing':
    'この年度の支払は{last}で終わったため、この支出命令では送れません。返付し、翌年度以降の予算での支払を担当課と相談してください。',
  'payments.conclusion-missing': '受け入れた歳入の科目と番号を{most}文字以内で入力してください。',

  'payments.transfer-text-missing': '{place}：{label}が空欄です。登録を確かめてください。',
  'payments.transfer-characters':
    '{place}：{label}に、銀行が受け付けない文字「{characters}」があります。登録を直してください。',
  'payments.transfer-too-long':
    '{place}：{label}が{bytes}バイトあり、{most}バイトを超えています。登録を直してください。',
  'payments.transfer-digits': '{place}：{label}は{width}けたの数字にしてください。',
  'payments.transfer-amount': '{place}：金額は1円以上、9,999,999,999円以下にしてください。',
  'payments.transfer-count': '1つの束には1件から{most}件までの支出命令を入れてください。',

  'payments.paid-list-missing': '取り込む支払済一覧のファイルを選んでください。',
  'payments.paid-list-empty': 'ファイルに支払の行がありません。見出しの下に1行以上ある支払済一覧を選んでください。',
  'payments.paid-list-faulty': '支払済一覧に直すところがあるため、1件も取り込みませんでした。',
  'payments.paid-line-unknown-order':
    '{line}行目：支出命令番号「{number}」は、財務会計に出力した支出命令にありません。番号を確かめてください。',
  'payments.paid-line-twice': '{line}行目：支出命令番号「{number}」は{before}行目にもあります。1行にしてください。',
  'payments.paid-line-slip-number': '{line}行目：伝票番号を30文字以内の英数字で入力してください。',
  'payments.paid-line-creditor-number': '{line}行目：債権者番号を30文字以内の英数字で入力してください。',
  'payments.paid-line-day': '{line}行目：支払日「{typed}」を読み取れません。「2026-05-29」のように入力してください。',
  'payments.paid-line-amount': '{line}行目：金額「{typed}」を読み取れません。数字で入力してください。',
  'payments.paid-line-other-amount':
    '{line}行目：金額{paid}円が、支出命令額{ordered}円と違います。財務会計の伝票を確かめてください。',
  'payments.paid-line-result':
    '{line}行目：結果「{typed}」を読み取れません。「支払済」又は「支払不能」にしてください。',
  'payments.paid-line-reason': '{line}行目：支払不能の理由を{most}文字以内で入力してください。',
  'payments.paid-line-not-waiting':
    '{line}行目：この支出命令は、いま財務会計の支払を待っていません（伝票番号 {slipNumber}）。財務会計の伝票を確かめてください。',
  'payments.paid-line-failed-before':
    '{line}行目：支払不能の日が、支払日（{paidOn}）より前です。日付を確かめてください。',
  'payments.paid-line-in-future':
    '{line}行目：支払日（{paidOn}）が今日より後です。支払が済んでから取り込んでください。',
  'payments.paid-line-after-closing':
    '{line}行目：{year}の支払は{last}までです。それより後の日は、この年度の支払日にできません。財務会計システムの支払日を確かめてください。期日までに支払われていないときは、結果を「支払不能」として取り込み、支出命令を返付してください。',
  'payments.paid-line-before-order':
    '{line}行目：支払日（{paidOn}）が支出命令の日（{orderedOn}）より前です。日付を確かめてください。',
  'payments.paid-line-differs':
    '{line}行目：この支出命令は、別の内容（伝票番号 {slipNumber}）ですでに支払済です。財務会計の伝票を確かめてください。',
} as const satisfies Record<string, string>;
