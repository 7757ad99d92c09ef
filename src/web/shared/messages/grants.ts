/** 交付決定 */
export const grantMessages = {
  'grants.nothing-chosen': '1件以上選んでください。',
  'grants.not-passed': '「{organization}」の申請は審査を通っていません。選択から外してください。',
  'grants.nothing-to-grant':
    '「{organization}」の査定額は0円です。「不交付」を選び、理由を入力するか、選択から外してください。',
  'grants.outcome-missing': '処分（交付・減額交付・不交付）を選んでください。',
  'grants.outcome-not-chosen':
    '「{organization}」に額か理由が入力されていますが、処分が「交付」のままです。減額交付か不交付を選ぶか、入力を消してください。',
  'grants.refused-with-amount': '「{organization}」は不交付です。交付する額の入力を消すか、減額交付を選んでください。',
  'grants.reduced-amount-missing': '「{organization}」に交付する額を、1円以上で入力してください。',
  'grants.reduced-not-below':
    '「{organization}」に交付する額は、査定額（{assessed}円）より少なくしてください。査定額のとおりなら「交付」を選んでください。',
  'grants.reduced-reason-missing': '「{organization}」の減額の理由を入力してください。通知書に書かれます。',
  'grants.refused-reason-missing': '「{organization}」を不交付とする理由を入力してください。通知書に書かれます。',
  'grants.refund-unpaid':
    '「{organization}」には返還金の未納（{unpaid}）があります。納められるまで待つか、未納でも交付する理由を書いてください。',
  'grants.refund-unpaid-since':
    '「{organization}」には返還金の未納（{unpaid}）があるため、決裁できません。差し戻して、未納でも交付する理由を書いて起案し直してください。',
  'grants.outcome-reason-too-long': '「{organization}」の理由は{most}文字までにしてください。',
  'grants.allocation-name-missing': '試案の名前を入力してください。',
  'grants.allocation-method-missing': '配分の方法を選んでください。',
  'grants.allocation-ceiling-missing': '配分の上限を入力してください。',
  'grants.allocation-ceiling-over-budget': '配分の上限は、予算残額（{available}円）以下の額を入力してください。',
  'grants.allocation-article-missing': '配分の根拠になる条文を入力してください。不交付・減額の理由に書かれます。',
  'grants.allocation-note-missing': '額を個別に定めるときは、考え方を入力してください。算定の内訳に書かれます。',
  'grants.allocation-above-assessed':
    '「{organization}」の配分額は、査定額（{requested}円）以下の額を入力してください。',
  'grants.allocation-rank-unreadable': '順位は、1以上の整数で入力してください。',
  'grants.allocation-replaced':
    'この試案は、{name}さんが計算し直したか、片付けました。新しい試案を確かめてから、もう一度行ってください。',
  'grants.allocation-outdated':
    '計算した後に、申請の取下げや査定額の変更などがありました。計算し直してから起案してください。',
  'grants.allocation-over-ceiling': '配分額の合計が上限を{short}円超えています。配分を改めてから起案してください。',
  'grants.allocation-empty': '起案する申請がありません。交付する申請が1件もない試案です。',
  'grants.allocation-below-cut-missing': '配分額が0円の申請をどうするか選んでください。',
  'grants.changed-by-another':
    'この案件の処分は、ほかの人が先に変えました。いまの処分を確かめてから、もう一度入力してください。',
  'grants.already-proposed': '「{organization}」の申請はすでに起案されています。選択から外してください。',
  'grants.not-in-draft': 'この交付決定はもう起案中ではありません。画面を開き直してください。',
  'grants.not-to-be-issued':
    '施行できない交付決定が含まれています（決裁前か、施行済みです）。画面を開き直してください。',
  'grants.issued-before-decided': '施行日は決裁日（{decidedOn}）以後の日を入力してください。',
  'grants.issued-far-ahead': '施行日は今日から{days}日以内の日を入力してください。',
  'grants.withdrawal-asked':
    '「{organization}」が取下げを申し出ています。起案を差し戻し、起案した人が取り下げてください。ほかの団体は、あらためて起案できます。',
  'grants.withdrawal-after-order':
    '支払の手続が始まっているため、取り下げられません。「担当課に連絡する」から相談してください。',
  'grants.withdrawal-not-allowed':
    'この補助制度では、交付決定の通知のあとは取り下げられません。「担当課に連絡する」から相談してください。',
  'grants.withdrawal-of-refusal':
    '決定の手続が終わっているため、取り下げられません。「担当課に連絡する」から相談してください。',
  'grants.withdrawal-days-over':
    '取り下げられる期間は{until}に終わりました。「担当課に連絡する」から相談してください。',
  'grants.not-to-be-withdrawn': 'この交付決定は、もう取り消せる状態ではありません。画面を開き直して確かめてください。',
} as const satisfies Record<string, string>;
