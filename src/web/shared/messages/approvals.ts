export const approvalMessages = {
  'approvals.title-missing': '件名を入力してください。',
  'approvals.title-too-long': '件名は120字以内で入力してください。',
  'approvals.reason-missing': '起案の理由を入力してください。',
  'approvals.reason-too-long': '起案の理由は4,000字以内で入力してください。',
  'approvals.no-cases': '起案する案件を1件以上選んでください。',
  'approvals.case-twice': '同じ案件が2回選ばれています。1回だけ選んでください。',
  'approvals.already-drafted':
    '「{case}」は、すでに起案 {number} に入っています。その起案の結果を待つか、取り下げてから起案してください。',
  'approvals.route-without-decider': '決裁経路の最後に決裁する職がありません。専決規程の表を管理者に確認してください。',
  'approvals.post-of-wrong-side':
    '決裁経路の「{post}」は、この決裁をする職ではありません（会計・監査の職は決裁者になれません）。専決規程の表を管理者に確認してください。',
  'approvals.no-eligible-holder':
    '決裁経路の「{post}」に、起案者や団体の関係者のほかに在職者がいません。職の発令を確認するか、別の職員が起案してください。',
  'approvals.own-draft': '自分で起案したものは決裁できません。同じ職のほかの職員、または次の職に任せてください。',
  'approvals.posts-of-both-sides':
    '命令機関の職と会計の職を同時に持っているため、決裁できません。職の発令を管理者に確認してください。',
  'approvals.tied':
    '「{organization}」の関係者として届け出ているため、承認できません。差し戻して案件を分けるか、ほかの職員に任せてください。',
  'approvals.not-your-turn': 'いまは「{post}」の番です。順番が来るまでお待ちください。',
  'approvals.already-acted': '「{post}」は{name}さんが{at}に承認済みです。重ねて承認する必要はありません。',
  'approvals.is-returned': 'この起案は起案者に差し戻されています。再提出を待ってください。',
  'approvals.is-approved': 'この起案は決裁済みです。内容は起案簿で確認できます。',
  'approvals.is-withdrawn': 'この起案は取り下げられています。内容は起案簿で確認できます。',
  'approvals.not-possible': 'この起案は状態が変わったため、この操作ができません。画面を開き直して確認してください。',
  'approvals.changed-since-shown':
    '画面を開いた後に{cases}の内容が変わったため、承認しませんでした。下に最新の内容を表示しています。確かめてから、もう一度承認してください。',
  'approvals.changed-since-drafted':
    '起案の後に{cases}の内容が変わったため、承認できません。起案者に差し戻して、再提出を受けてください。',
  'approvals.send-back-reason-missing': '差し戻す理由を入力してください。',
  'approvals.send-back-target-missing': '差戻し先を選んでください。',
  'approvals.withdrawal-reason-missing': '取り下げる理由を入力してください。',
  'approvals.not-the-drafter': 'この操作ができるのは、起案した{name}さんだけです。',
  'approvals.not-returned':
    'この起案は差し戻されていないため、再提出も取下げもできません。差戻しを受けてから操作してください。',
} as const;
