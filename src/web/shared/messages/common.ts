/** Sentences for refusals that any page can meet. Each names what happened and what to do next. */
export const commonMessages = {
  'common.invalid': '入力を確かめてください。',
  'common.not-found': 'お探しのページは見つかりませんでした。',
  'common.forbidden': 'この操作を行う担当になっていません。担当の職員に確かめてください。',
  'common.stale': 'ほかの人が先に保存しました。最新の内容を確かめてから、もう一度入力してください。',
  'common.unauthenticated': 'もう一度ログインしてください。',
  'common.field-faulty': 'この欄の入力を確かめてください。',
  'common.required': 'この欄を入力してください。',
  'common.day-missing': '{label}を入力してください（例：令和8年4月1日）。',
  'common.day-unreadable': '{label}は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
  'common.too-long': 'この欄は{max}文字以内で入力してください。',
  'common.too-many-files': '一度に送れるファイルは20件までです。分けて送ってください。',
  'common.file-too-large': '1つのファイルは20MBまでです。大きすぎるファイルを外して、もう一度送ってください。',
  'common.request-too-large': '送られた内容が大きすぎます。分けて送ってください。',
  'common.request-malformed': '送られた内容を読み取れませんでした。前のページに戻り、もう一度お試しください。',
  'common.request-foreign':
    'ほかのサイトから送られた操作のため、受け付けませんでした。この画面を開き直してから操作してください。',
  'common.house-full':
    '同時に使っている人が多いため、いまは受け付けられませんでした。少し待ってから、もう一度お試しください。',
  'common.too-many':
    '短い時間に続けて送られたため、いまは受け付けられませんでした。{from}を過ぎてから、もう一度送ってください。お急ぎのときは、役所にお電話ください。',
  'common.trapped': 'まだ送られていません。内容を確かめて、もう一度ボタンを押してください。',
  'common.unexpected': '処理を終えられませんでした。しばらくしてからもう一度お試しください。',
} as const satisfies Record<string, string>;
