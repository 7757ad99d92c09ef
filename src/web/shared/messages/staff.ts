/** 職員・職・専決規程 */
export const staffMessages = {
  'staff.name-missing': '氏名を入力してください。',
  'staff.kana-missing': 'ふりがなを入力してください。',
  'staff.kana-characters': 'ふりがなは、ひらがなかカタカナで入力してください。',
  'staff.own-departure': '自分の退職・異動は、ほかの管理者に入力を依頼してください。',
  'staff.left': '{name}は在職していません。在職中の職員を選んでください。',
  'staff.post-name-missing': '職の名前を入力してください。',
  'staff.post-name-taken': 'この名前の職はもうあります。別の名前を入力してください。',
  'staff.post-section-missing': '所属を選んでください。',
  'staff.post-side-missing': '区分を選んでください。',
  'staff.post-duties-missing': '担当する仕事を1つ以上選んでください。',
  'staff.post-duties-of-other-side':
    '命令機関・出納機関・監査の仕事を1つの職に合わせられません。区分に合う仕事だけを選んでください。',
  'staff.post-rank-range': '職の序列は1から99までの整数で入力してください（大きいほど上位）。',
  'staff.when-vacant-missing': '空席のときの扱いを選んでください。',
  'staff.member-missing': '職員を選んでください。',
  'staff.post-missing': '職を選んでください。',
  'staff.own-post': '自分に職を割り当てることはできません。ほかの管理者に入力を依頼してください。',
  'staff.posts-of-both-sides':
    '「{held}」に就いている期間は「{wanted}」に就けません。命令機関・出納機関・監査は同じ人が兼ねられないため、先の職の終わりの日を入力するか、別の職員を選んでください。',
  'staff.post-held-already': 'この期間はもう「{post}」に就いています。期間が重ならない日を入力してください。',
  'staff.holding-from-missing': '就く日を入力してください。',
  'staff.holding-until-missing': '終わりの日を入力してください。',
  'staff.holding-ends-before-start': '終わりの日は、就いた日以後の日を入力してください。',
  'staff.holding-ended': 'この職の期間はもう終わっています。終わりの日は、それより前の日を入力してください。',
  'staff.no-table-in-force': '{on}に効力のある専決規程の表がありません。管理者に公開を依頼してください。',
  'staff.no-rule': '専決規程の表に「{act}」（{amount}）の決裁の道筋がありません。管理者に表の追加を依頼してください。',
  'staff.post-vacant':
    '「{post}」が空席のため、決裁の道筋を決められません。管理者に事務取扱または職務代理の入力を依頼してください。',
  'staff.table-published': 'この表は公開済みのため変えられません。変えるときは新しい表を作ってください。',
  'staff.table-unsafe': '次の点を直すまで、この表は公開できません。',
  'staff.table-basis-missing': '根拠の規程名を入力してください（例：小郡市事務専決規程 別表第1）。',
  'staff.table-valid-from-missing': '効力の始まる日を入力してください。',
  'staff.table-act-missing': '「{act}」の行がありません。金額ごとの決裁の道筋を入力してください。',
  'staff.act-without-last-rule': '「{act}」に上限のない行がありません。最後の行は上限額を空にしてください。',
  'staff.rule-act-missing': '行為を選んでください。',
  'staff.rule-limit-twice': '「{act}」に同じ上限額の行が2つあります。どちらかの上限額を変えてください。',
  'staff.rule-post-twice': '「{act}」の1つの道筋に同じ職が2回あります。どちらかを外してください。',
  'staff.step-post-unknown': '「{act}」の道筋に見つからない職があります。職を選び直してください。',
  'staff.rule-without-approver': '「{act}」の道筋に決裁する職がありません。1つ以上選んでください。',
  'staff.rule-ends-with-consultation': '「{act}」の道筋が合議で終わっています。最後は決裁する職にしてください。',
  'staff.approver-of-other-side':
    '「{act}」の道筋で「{post}」は決裁できません（出納機関・監査の職）。合議に変えるか、命令機関の職を選んでください。',
  'staff.approver-without-duty':
    '「{act}」の道筋の「{post}」は決裁の仕事を持たない職です。決裁できる職を選んでください。',
  'staff.rule-not-ascending': '「{act}」の道筋が下位の職へ戻っています。下位から上位の順に並べてください。',
  'staff.last-post-vacant':
    '「{act}」を最後に決裁する「{post}」が空席です。職に就く人を入力するか、別の職を選んでください。',
  'staff.one-person-alone':
    '「{act}」の道筋は、起案できる{name}さんが一人で最後まで進められます。{name}さんが就いていない職を道筋に加えてください。',
} as const satisfies Record<string, string>;
