/** 検証 */
export const verificationMessages = {
  'verifications.not-asked':
    'この補助制度には検証の項目がありません。補助制度の「検証」で決めると、次の版から行えます。',
  'verifications.not-open': 'この検証は、答えの受付を終えています。画面を開き直してください。',
  'verifications.moved-on': 'この検証は、ほかの人が先に進めました。画面を開き直してください。',
  'verifications.opinion-moved-on':
    'この答えは、ほかの人が先に保存しました。下に入力した内容を残しています。いまの内容を別の画面で確かめてから、もう一度保存してください。',
  'verifications.written-by-organization': '団体が自分の画面で書いている答えは、職員が書きかえることはできません。',
  'verifications.with-panel':
    'この検証は、審査会の委員が自分の画面で答えています。担当課が記入するときは、先に「審査会から取り下げる」を選んでください。',
  'verifications.panel-answered': '審査会の答えは、もうまとまっています。変えるときは、まとめた委員に伝えてください。',
  'verifications.meeting-missing': '答えてもらう審査会の開催を選んでください。',
  'verifications.meeting-name-missing': '審査会の名前と回を入力してください。例：協働のまちづくり審査会　第2回',
  'verifications.meeting-not-held': '審査会を開く日より前です。開いた日からあとに、答えを一つにまとめてください。',
  'verifications.no-member-answered': 'まだだれも答えていません。委員が答えてから、一つにまとめてください。',
  'verifications.said-before-opening': '答えた日は、検証を始めた日から後の日を入力してください。',
  'verifications.said-later': '答えた日は、今日までの日を入力してください。',
  'verifications.opinions-missing': '{sides}の答えがまだありません。そろってから今後の方向性を決めてください。',
  'verifications.not-to-be-issued': '検証結果通知書は、いまは施行できません。画面を開き直してください。',
  'verifications.issued-on-other-day': '施行日は、決定の日（{from}）から今日（{until}）までの日を入力してください。',
  'verifications.letter-first': '先に検証結果通知書を施行してください。団体より先に公表しないためです。',
  'verifications.direction-missing': '今後の方向性を選んでください。',
  'verifications.reason-missing': '今後の方向性の理由を入力してください。団体と住民が読みます。',
  'verifications.reason-too-long': '理由は{most}文字までにしてください。',
  'verifications.not-confirmed': '個人の名前や連絡先が書かれていないことを確かめて、印を付けてください。',
  'verifications.take-down-reason-missing': '公表を取りやめる理由を入力してください。操作の記録に残ります。',
  'verifications.note-missing': '検証を取りやめる理由を入力してください。',
  'verifications.direction-by-draft':
    'この町では、今後の方向性は決裁を受けて決めます。画面を開き直して、起案してください。',
} as const satisfies Record<string, string>;
