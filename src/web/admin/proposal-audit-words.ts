/** 企画提案 as the trail says it. */
export const PROPOSAL_ACTIONS: readonly (readonly [string, string])[] = [
  ['call.begun', '企画提案の募集を作成'],
  ['call.edited', '企画提案の募集を編集'],
  ['call.published', '企画提案の募集を公開'],
  ['call.extended', '企画提案の受付を延長'],
  ['call.withdrawn', '企画提案の募集を取りやめ'],
  ['proposal.begun', '企画提案を開始'],
  ['proposal.submitted', '企画提案を提出'],
  ['proposal.withdrawn', '企画提案を取下げ'],
  ['proposal.screened', '企画提案の必要性を確認'],
  ['proposal.sorted', '企画提案を仕分け'],
  ['proposal.drafted', '企画提案の採択を起案'],
  ['proposal.released', '企画提案の採択の起案を取りやめ'],
  ['proposal.adopted', '企画提案を採択'],
  ['proposal.budget-freed', '採択した企画提案の予算の確保を取りやめ'],
  ['proposal.refused', '企画提案を不採択'],
  ['proposal.merged', '企画提案をほかの提案と統合'],
];
