/** 補助制度: 交付額の算定 */
export const programRuleMessages = {
  'programs.no-terms': '交付額の算定を1行以上入力してください。',
  'programs.not-a-rounding-unit': '{label}は1円、10円、100円、1,000円、10,000円から選んでください。',
  'programs.one-option-only': '区分は2つ以上入力してください。区分に分けないときは、すべて空けてください。',
  'programs.source-counts':
    '「{label}」は区分に分けられています。出どころに「担当課が登録する数値」か「申請の質問」を選ぶか、区分をすべて消してください。',
  'programs.fact-without-question':
    '「{label}」の答えを使う質問を、この補助制度の質問から選んでください。質問がないときは、先に加えてください。',
  'programs.fact-unknown': '{label}は、この補助制度の「数えるもの」（{known}）から選んでください。',
  'programs.no-fitting-fact': '{label}が選べません。先に「数えるもの」に加えてください。',
  'programs.option-unknown': '区分は、{known}から選んでください。',
  'programs.one-amount-per-option': '区分「{option}」の金額を1つ入力してください。',
  'programs.no-bands': '段を1つ以上入力してください。',
  'programs.bands-not-ascending': '段の上限の数は、前の段の上限（{below}）より大きい数を入力してください。',
  'programs.band-without-end': '段の上限の数を入力してください。空けられるのは最後の段だけです。',
  'programs.last-band-with-end': '最後の段の上限の数は空けてください。それより多い分のすべてに使われます。',
  'programs.category-unknown':
    '科目「{id}」は収支予算書の支出の科目にありません。{known}から選ぶか、支出の科目に加えてください。',
  'programs.condition-without-bounds':
    '「{label}」の条件に、「ちょうど」「以上」「以下」のどれかの数を入力してください。',
  'programs.condition-bounds-crossed': '「以下」の数は、「以上」の数（{atLeast}）と同じか大きい数を入力してください。',
} as const satisfies Record<string, string>;
