import { HtmlValidate, StaticConfigLoader } from 'html-validate';

type Loaded = ReturnType<StaticConfigLoader['getConfigFor']>;

/** Our pages share one configuration: the package would put its rules together anew for each, which takes half the time. */
class OneConfiguration extends StaticConfigLoader {
  private loaded: Loaded | undefined;

  override getConfigFor(page: string): Loaded {
    return (this.loaded ??= super.getConfigFor(page));
  }
}

const configuration = new OneConfiguration({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The renderer closes void elements, which HTML permits.
    'void-style': 'off',
    // Whole files from npm stand under our own origin; integrity attributes guard foreign ones.
    'require-sri': 'off',
    // Japanese titles are measured in characters that each say more than a Latin letter.
    'long-title': 'off',
    // Japanese telephone numbers and dates break where the layout says.
    'tel-non-breaking': 'off',
  },
});
const validator = new HtmlValidate(configuration);

/** What html-validate finds wrong with a document, one readable line each; empty when it is clean. */
export async function checkHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map(
      ({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${String(line)}, ${selector ?? ''})`,
    ),
  );
}
