/** ログインと利用者 */
export const identityMessages = {
  'identity.sign-in-refused':
    '利用者名かパスワードが違います。大文字・小文字、利用者名の打ち間違いを確かめて、もう一度入力してください。',
  'identity.too-many-attempts':
    '続けて入力されたため、順番にお待ちいただいています。{seconds}秒ほど待ってから、もう一度入力してください。',
  'identity.party-inactive': '今は役員または職員としての登録がありません。担当課の窓口にお問い合わせください。',
  'identity.sign-in-name-missing': '利用者名を入力してください。',
  'identity.sign-in-name-length': '利用者名は{shortest}文字以上{longest}文字以内で入力してください。',
  'identity.sign-in-name-characters':
    '利用者名は英字・数字と「.」「-」「_」「@」で入力してください（先頭は英字か数字）。',
  'identity.sign-in-name-taken': 'この利用者名はほかの人が使っています。別の利用者名を入力してください。',
  'identity.password-missing': 'パスワードを入力してください。',
  'identity.password-too-short':
    'パスワードは{shortest}文字以上で入力してください。短い言葉をいくつか並べると、長くて覚えやすくなります。',
  'identity.password-too-long': 'パスワードは{longest}文字以内で入力してください。',
  'identity.password-holds-name':
    'パスワードに利用者名が入っています。利用者名を含まないパスワードを入力してください。',
  'identity.password-trivial': 'このパスワードは人に当てられやすいものです。別の言葉を並べて入力してください。',
  'identity.password-differs': '2回のパスワードが同じではありません。同じパスワードを2回入力してください。',
  'identity.current-password-missing': '今のパスワードを入力してください。',
  'identity.current-password-wrong': '今のパスワードが違います。もう一度入力してください。',
  'identity.account-exists':
    'この人はもう利用を始めています。パスワードを忘れたときは「再設定コード」を渡してください。',
  'identity.code-missing': '利用開始コードを入力してください。',
  'identity.code-mistyped':
    '利用開始コードに打ち間違いがあります。用紙のコード（英字と数字16文字）と見比べて、もう一度入力してください。',
  'identity.code-unknown':
    'この利用開始コードは見つかりません。用紙のコードとこのページの自治体名を確かめるか、担当課の窓口にお問い合わせください。',
  'identity.code-used':
    'この利用開始コードは使用済みです。利用を始めた人はログインしてください。心当たりがないときは担当課の窓口にお知らせください。',
  'identity.code-replaced': 'この利用開始コードは、新しいコードに替わりました。新しい用紙のコードを入力してください。',
  'identity.code-expired': 'この利用開始コードは期限が過ぎています。担当課の窓口で新しいコードを受け取ってください。',
} as const satisfies Record<string, string>;
