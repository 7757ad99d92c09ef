/** 審査会 */
export const panelMessages = {
  'panels.name-missing': '審査会の名称を入力してください。',
  'panels.programmes-missing': 'この審査会が審査する補助制度を1つ以上選んでください。',
  'panels.term-ends-before-start': '任期の終わりの日は、始まりの日以後の日を入力してください。',
  'panels.member-missing':
    '委員にする人を選んでください。一覧にないときは、管理者に「審査会の委員」の職の割り当てを依頼してください。',
  'panels.member-sits-already': 'この人はもうこの審査会の委員です。別の人を選んでください。',
  'panels.chair-taken': '会長はもう置かれています。先に、いまの会長の終わりの日を入力してください。',
  'panels.seat-ends-before-start': '終わりの日は、委員になった日以後の日を入力してください。',
  'panels.place-missing': '会場を入力してください。',
  'panels.meeting-outside-term': '開催日は、審査会の任期のうちの日を入力してください。',
  'panels.nothing-chosen': '議題に加える申請を1件以上選んでください。',
  'panels.case-missing': '議題から外す申請を選んでください。',
  'panels.take-off-reason-missing': '議題から外す理由を入力してください。記録に残ります。',
  'panels.moved-on': 'この回は、いまはその操作ができません。画面を開き直して、状態を確かめてください。',
  'panels.points-range': '「{label}」の点数は0から{most}までの整数で入力してください。',
  'panels.sheet-locked': '採点は締め切られました。直したいときは、担当課に申し出てください。',
  'panels.sheet-saved-elsewhere':
    '別の画面で先に保存されています。この画面の入力はまだ保存していません。確かめてから、もう一度保存してください。',
  'panels.recusal-reason-missing': '申出の理由を入力してください。',
  'panels.no-cases': '議題がまだありません。議題を加えてから採点を締め切ってください。',
  'panels.nobody-present': '出席した委員がいません。欠席の印を見直してください。',
  'panels.sheets-open': '{name}さんの採点表が{open}件そろっていません。記入を待つか、欠席の印を付けてください。',
  'panels.reopening-reason-missing': '締切りを解除する理由を入力してください。記録に残ります。',
  'panels.tie-places': '同点の中での順番を、1から{most}まで1つずつ入力してください。',
  'panels.tie-reason-missing': '順番を決めた理由を入力してください。記録に残ります。',
  'panels.minutes-missing': '議事を入力してください。',
  'panels.comment-missing': '「{title}」の講評を入力してください。申請した団体に示されます。',
  'panels.tie-open': '「{title}」が同点のままです。順番を決めてから確定してください。',
  'panels.case-withdrawn': '「{title}」は申請が取り下げられています。議題から外してから確定してください。',
  'panels.case-without-sheets':
    '「{title}」を採点した委員がいません。締切りを解除して採点するか、議題から外してください。',
} as const satisfies Record<string, string>;
