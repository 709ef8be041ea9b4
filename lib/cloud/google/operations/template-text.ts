/**
 * Text with `${variables}` of Cloud Monitoring, as Terraform leaves it alone: `$${variables}`. Tokens stay as they
 * are, and so does what is escaped already.
 */
export function templateText(text: string): string {
  return text.replace(/(?<!\$)\$\{(?!TfToken\[)/g, '$$$${').replace(/(?<!%)%\{/g, '%%{');
}
