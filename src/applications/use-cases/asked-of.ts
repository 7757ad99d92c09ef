import { withYearOfProject, type ProgramDocument } from '../../programs/index.js';
import { type FormSection } from '../../forms/index.js';
import { PAPER_SCAN, type PaperEntry } from '../domain/paper.js';

const SCAN: FormSection = {
  id: 'paper-original',
  title: '紙の申請書',
  lead: '受け取った申請書を読み取り、ここに添えます。',
  questions: [
    {
      id: PAPER_SCAN,
      kind: 'file',
      many: true,
      label: '紙の申請書の写し',
      hint: 'すべてのページを読み取ったもの',
      required: true,
      when: null,
    },
  ],
};

/** What is asked of an application: a project within its year, and of one on paper also the paper itself, as evidence of what was entered from it. */
export const askedOf = (
  document: ProgramDocument,
  { paper }: { readonly paper: PaperEntry | null },
): ProgramDocument => ({
  ...document,
  form: [...withYearOfProject(document), ...(paper === null ? [] : [SCAN])],
});
