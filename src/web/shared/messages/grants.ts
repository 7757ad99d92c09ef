/** 交付決定 */
export const grantMessages = {
  'grants.nothing-chosen': '1件以上選んでください。',
  'grants.not-passed': '「{organization}」の申請は審査を通っていません。選択から外してください。',
  'grants.nothing-to-grant':
    '「{organization}」の査定額は0円です。交付する額がないため、起案できません。選択から外してください。',
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
  'grants.withdrawal-days-over':
    '取り下げられる期間は{until}に終わりました。「担当課に連絡する」から相談してください。',
  'grants.not-to-be-withdrawn': 'この交付決定は、もう取り消せる状態ではありません。画面を開き直して確かめてください。',
} as const satisfies Record<string, string>;
