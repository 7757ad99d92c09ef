/** 交付決定 */
export const grantMessages = {
  'grants.nothing-chosen': '1件以上選んでください。',
  'grants.not-passed': '「{organization}」の申請は審査を通っていません。選択から外してください。',
  'grants.already-proposed': '「{organization}」の申請はすでに起案されています。選択から外してください。',
  'grants.not-in-draft': 'この交付決定はもう起案中ではありません。画面を開き直してください。',
  'grants.not-to-be-issued':
    '施行できない交付決定が含まれています（決裁前か、施行済みです）。画面を開き直してください。',
  'grants.issued-before-decided': '施行日は決裁日（{decidedOn}）以後の日を入力してください。',
  'grants.issued-far-ahead': '施行日は今日から{days}日以内の日を入力してください。',
} as const satisfies Record<string, string>;
