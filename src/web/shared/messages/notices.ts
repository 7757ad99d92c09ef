/** 通知書 */
export const noticeMessages = {
  'notices.uncovered-characters':
    '通知書に印字できない文字があります：{characters}。別の文字に置き換えてから施行してください。',
  'notices.check-code-missing': '確認コードを入力してください。1枚目の右下に印刷されています。',
  'notices.check-code-mistyped':
    '確認コードに打ち間違いがあります。英字と数字16文字を、印刷されたとおりに入力してください。',
  'notices.check-code-unknown':
    'このコードの文書は見つかりません。市町村の名前と、印刷されたコードをもう一度確かめてください。合っているのに見つからないときは、文書が本物でないおそれがあります。',
  'notices.check-pdf-missing': '見比べるPDFを選んでください。20MBまで読み取れます。',
  'notices.goes-on-paper':
    'この文書は紙でお届けします。お手元に届いた文書をご覧ください。まだ届いていないときは、担当課に電話してください。',
  'notices.number-missing': '文書番号を入力してください。',
  'notices.number-too-long': '文書番号は{most}文字以内で入力してください。',
  'notices.number-taken': '文書番号「{number}」は使われています。別の番号を入力してください。',
  'notices.no-branch-of-foreign-number':
    '手入力した文書番号には枝番を付けられません。枝番まで含めて番号を入力してください。',
  'notices.not-yet-drawn': 'この文書はまだ作成中です。しばらくしてからもう一度開いてください。',
  'notices.drawn-once': 'この文書は作成済みです。一度作成した文書は作り直せません。',
  'notices.already-void': 'この文書番号は欠番になっています。台帳を開き直してください。',
  'notices.void-reason-missing': '欠番にする理由を入力してください。',
  'notices.already-delivered':
    'この文書は相手に届いているため、欠番にできません。取り消すときは、取消しの通知を新しく出してください。',
  'notices.dispatch-in-future': '発送日は今日以前の日を入力してください。',
  'notices.dispatch-before-issue': '「{number}」の施行日より前の日は発送日にできません。発送日を入力し直してください。',
  'notices.nothing-to-dispatch': '発送した文書を1件以上選んでください。',
  'notices.not-on-paper': '「{number}」は電子で交付した文書です。選択から外してください。',
  'notices.already-dispatched': '「{number}」は発送を記録済みです。一覧を開き直してください。',
  'notices.sealed-already': '「{document}」は、もう公印使用簿に記録されています。選び直してください。',
  'notices.seal-in-future': '公印を使った日は、今日までの日を入力してください。',
  'notices.seal-keeper-missing': '公印の保管者の職・氏名を入力してください。',
  'notices.nothing-sealed': '公印を押した通知書を選ぶか、文書の名前を入力してください。',
  'notices.seal-copies': '部数は1から9,999までの整数で入力してください。',
  'notices.wording-syntax':
    '{line}行目：波かっこ「{」「}」の書き方が正しくありません。開いた印と閉じる印がそろっているか確かめてください。',
  'notices.wording-unknown-word':
    '{line}行目：「{word}」という言葉は使えません。「使える言葉」の表にあるものから選んでください。',
  'notices.wording-unknown-filter':
    '{line}行目：「|」のあとの「{filter}」は使えません。「使える言葉」の表のとおりに入力してください。',
  'notices.wording-unknown-tag':
    '{line}行目：「{tag}」という指示は使えません。もとの文にある指示だけを使ってください。',
  'notices.wording-unfit-value':
    '{line}行目：言葉の使い方が正しくありません。「使える言葉」の表のとおりに入力してください。',
  'notices.wording-unprintable':
    '{line}行目：「{text}」は通知書に印字できない書き方です。段落、番号付きの項目、表のどれかで書いてください。',
  'notices.wording-unprintable-somewhere':
    '「{text}」は通知書に印字できない書き方です。段落、番号付きの項目、表のどれかで書いてください。',
  'notices.wording-of-no-kind': '「{kind}」という文例はありません。ファイルの名前は、次のどれかにしてください：{kinds}',
  'notices.wording-without-head':
    '初めに、「---」の2行で囲んだ見出しがありません。templates にある同じ名前の文例を写して、書き始めてください。',
  'notices.wording-head-line':
    '「---」の間に使えない行があります：{line}　通知書は title と titleNote（共通の文例にあるときは formLabel と seal も）、メールは subject だけを「title: 見出し」の形で書いてください。',
  'notices.wording-head-lacks': '「---」の間に「{entry}: 見出し」の行がありません。書き加えてください。',
  'notices.wording-unknown-value':
    '{line}行目：「{word}」という値は、この文例では使えません。使えるのは次の値です：{words}',
  'notices.wording-lacks': '「{label}」が文にありません。欠かせないため、{write} を入れてください。',
} as const satisfies Record<string, string>;
