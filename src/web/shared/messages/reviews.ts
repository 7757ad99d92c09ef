/** 審査 */
export const reviewMessages = {
  'reviews.not-open': 'この申請はいまは審査中ではありません。案件の一覧で状態を確かめてください。',
  'reviews.saved-by-another':
    '{name}さんが先に保存しました。下に最新の内容を示します。入力し直してから保存してください。',
  'reviews.item-unanswered': '「{item}」に答えてください。',
  'reviews.item-not-fulfilled': '「{item}」が「いいえ」です。差し戻すか、答えを見直してください。',
  'reviews.automatic-item-not-fulfilled': '「{item}」を満たしていません。{why}',
  'reviews.reason-missing': '「{item}」を該当なしとする理由を入力してください。',
  'reviews.look-remark-missing': '「{item}」を確かめた結果を備考に入力してください。',
  'reviews.remark-too-long': '備考は{most}文字以内で入力してください。',
  'reviews.assessment-undecided':
    '「{line}」を対象とするか対象外とするかを選んでください。変えないときは理由を消します。',
  'reviews.assessment-reason-missing': '「{line}」を{as}とする理由を入力してください。団体にも示されます。',
  'reviews.assessment-reason-too-long': '査定の理由は{most}文字以内で入力してください。',
  'reviews.points-not-sent': 'まだ送っていない指摘があります。差し戻すか、指摘を消してから審査を終えてください。',
  'reviews.correct-by-missing': '補正の期限を入力してください。',
  'reviews.correct-by-past': '補正の期限は今日以後の日を入力してください。',
  'reviews.inquiry-nothing-chosen': '照会を記録する申請を1件以上選んでください。',
  'reviews.inquiry-in-future': '照会した日は今日までの日を入力してください。',
  'reviews.inquiry-answer-missing': '回答を選んでください。まだ届いていないときは「回答待ち」を選びます。',
  'reviews.access-reason-missing': '名簿を取り出す理由を入力してください。操作の記録に残ります。',
  'reviews.nobody-to-inquire': '誓約した団体の申請がまだありません。提出されてから取り出してください。',
  'reviews.prior-start-reason-missing': '事前着手を認める、または認めない理由を入力してください。団体にも示されます。',
  'reviews.prior-start-not-asked':
    'この申請には、答えを待っている事前着手がありません。画面を開き直して確かめてください。',
} as const satisfies Record<string, string>;
