export const closingMessages = {
  'closing.not-yet': 'この年度は、まだ閉鎖できません。',
  'closing.too-early': '閉鎖できるのは{day}からです。この日までは、この年度の予算で支払うことがあります。',
  'closing.older-year-open': '{year}がまだ閉鎖されていません。先に閉鎖してください。',
  'closing.books-differ': '帳簿の照合で違いが{count}件あります。照合の画面で確かめ、違いをなくしてください。',
  'closing.orders-unpaid': '支払が終わっていない支出命令が{count}件あります。支払うか、返付してください。',
  'closing.orders-drafted':
    '決裁の途中の支出命令が{count}件あります。閉鎖すると命令できないため、起案を取り下げてください。',
  'closing.past-year-amount-missing': '支払う額を1円以上で入力してください。',
  'closing.past-year-ground-missing': 'どの予算で支払うかを選んでください。',
  'closing.past-year-over': 'まだ会計に求めていない残りは{most}です。それを超える額は求められません。',
  'closing.past-year-in-future': '支払った日は今日までの日付を入力してください。',
  'closing.past-year-within-year':
    '{last}までの支払は、{year}の予算の支払です。伝票の日付を確かめ、翌年度以降の予算の支払でないときは「担当課に返す」で返してください。',
  'closing.past-year-reversal-reason-missing': '支払の記録を取り消す理由を{most}文字以内で入力してください。',
  'closing.past-year-reversed': 'この支払の記録は、すでに取り消されています。',
  'closing.past-year-basis-missing': '決裁の日と番号、支出の科目を{most}文字以内で入力してください。',
  'closing.past-year-slip-missing': '伝票番号を{most}文字以内で入力してください。',
  'closing.carry-ground-missing': '繰越しの種類を選んでください。',
  'closing.carry-amount-missing': '繰り越す額を1円以上で入力してください。',
  'closing.carry-over': '繰り越せるのは、支出命令をしていない負担行為の残り（{most}）までです。',
  'closing.carry-line-missing': '繰越先の翌年度の予算科目を選んでください。',
  'closing.carry-in-future': '議決又は決裁の日は、今日までの日付を入力してください。',
  'closing.carry-decision-missing': '議案番号か決裁番号、繰越計算書の番号を{most}文字以内で入力してください。',
  'closing.carry-own': '自分が求めた繰越しは確認できません。会計の別の職員が確認してください。',
  'closing.carry-year-closed': '{year}は閉鎖したため、繰越しはできません。残りは過年度支出で支払います。',
  'closing.carry-once': 'この交付決定には、会計の確認を待つ繰越しか、済んだ繰越しがあります。繰越しは1回だけです。',
  'closing.carry-too-early':
    '繰越しを確認できるのは、翌年度に入る{from}から、出納閉鎖までです。その日から後に、もう一度確認してください。',
  'closing.carry-claim-open':
    '支払が済んでいない請求（{amount}）があるため、繰越しはできません。この年度の予算で支払うか、請求書を取り下げてから行ってください。',
  'closing.carry-nothing-left': '支出命令をしていない負担行為の残りがないため、繰り越すものがありません。',
  'closing.carry-missing':
    'この種類の繰越しは記録されていません。繰り越していない残りは「過年度支出」を選んでください。',
  'closing.past-year-before-closing': '年度が開いている間は、過年度支出にできません。ふつうの支出命令で支払います。',
  'closing.correction-line-missing': '正しい予算科目を選んでください。',
  'closing.correction-reason-missing': '理由を{most}文字以内で入力してください。',
  'closing.correction-decision-missing': '決裁の日と番号を{most}文字以内で入力してください。',
  'closing.correction-answered':
    'この科目更正は、すでに確認されたか、返されたか、取り下げられました。画面を開き直してください。',
  'closing.correction-own': '自分が求めた科目更正は確認できません。会計の別の職員が確認してください。',
  'closing.correction-nothing-committed': '交付決定をした負担行為がないため、科目更正はできません。',
  'closing.correction-year-closed':
    '{year}は閉鎖したため、科目更正はできません。科目更正は、年度を閉鎖するまでに行います。',
  'closing.correction-waits': 'この交付決定には、会計の確認を待つ科目更正があります。',
  'closing.correction-order-unpaid':
    '支払の途中の支出命令があります。支払が済むか、支出命令が返付されてから、科目更正をしてください。',
  'closing.correction-grant-changing':
    '変更・中止・取消しの手続が終わっていません。終わってから、科目更正をしてください。',
  'closing.later-order-answered':
    'この支払の求めには、すでに答えが記録されています。画面を開き直して確かめてください。',
  'closing.later-order-own': '自分が求めた支払は確かめられません。会計の別の職員が確かめてください。',
  'closing.later-order-over':
    '交付決定の額か、渡っている額が変わり、残りは{most}円になりました。担当課に返して、求め直してもらってください。',
  'closing.later-order-reason-missing': '理由を{most}文字以内で入力してください。',
  'closing.changed':
    '画面を開いてから、金額か残っているものが変わりました。今の内容を確かめて、もう一度閉鎖してください。',
  'closing.slips-not-entered': '{day}までの領収済通知書を会計ですべて入力したことを確かめて、印を付けてください。',
  'closing.not-confirmed': '確かめたことに印を付けてください。',
  'closing.note-too-long': '覚えは{most}文字以内で入力してください。',
} as const;
