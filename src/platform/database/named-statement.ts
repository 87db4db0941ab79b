/** A statement with a name, prepared once per connection. For measured hot paths only; everything else goes through repositories. */
export interface NamedStatement {
  name: string;
  text: string;
}
