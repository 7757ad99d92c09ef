import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import { meetingInWords, type PanelVerificationPage as View } from '../../../verifications/index.js';
import { CheckAnswers, Money, Prose, Section } from '../../shared/index.js';
import { SideBySide } from '../../shared/verification-words.js';

/** What a member has to know of the project: what was planned and done, and what the organisation and the section say. */
export function ProjectFacts({ view }: { readonly view: View }) {
  const { verification, sitting, grant, supportYear, planned, done, points } = view;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '答える審査会', value: `${meetingInWords(sitting)}（${formatEra(sitting.heldOn)}）` },
          { label: '団体', value: verification.organizationName },
          { label: '補助制度', value: `${verification.programName}（${formatFiscalYear(verification.fiscalYear)}）` },
          ...(supportYear === null ? [] : [{ label: '支援の年次', value: supportYear }]),
          { label: '補助金の額', value: <Money yen={grant.amountInForce} /> },
        ]}
      />
      {[
        { title: '計画したこと', texts: planned },
        { title: '行ったこと', texts: done },
      ].map(
        ({ title, texts }) =>
          texts.length > 0 && (
            <Section title={title} key={title}>
              <CheckAnswers answers={texts.map(({ label, text }) => ({ label, value: <Prose text={text} /> }))} />
            </Section>
          ),
      )}
      <Section title="団体と担当課の答え">
        <SideBySide points={points} asked={['organization', 'staff']} />
      </Section>
    </>
  );
}
