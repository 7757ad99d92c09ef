import type { ProgramDocument } from '../../programs/index.js';

const letter = (template: string, formLabel: string) => ({
  template,
  formLabel: `${formLabel}（見本）`,
  wording: null,
});

/** The letters after the decision; their numbers and articles are 見本. */
export const laterLetters = (changes: string, revocation: string): Partial<ProgramDocument['letters']> => ({
  amendment: letter('grant-amendment', `様式第4号（${changes}関係）`),
  amendmentRefusal: letter('grant-amendment-refusal', `様式第4号の2（${changes}関係）`),
  discontinuation: letter('grant-discontinuation', `様式第5号（${changes}関係）`),
  discontinuationRefusal: letter('grant-discontinuation-refusal', `様式第5号の2（${changes}関係）`),
  revocation: letter('grant-revocation', `様式第7号（${revocation}関係）`),
});
