const LINES = `
password passwort passw0rd p@ssw0rd p@ssword pa55word motdepasse contraseña contrasena wachtwoord parola senha
qwerty qwertyui qwertyuiop qwerty12 azerty azertyui azertyuiop qwertz qwertzui qwertzuiop asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm
qwe123qwe 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq12wsx q1w2e3r4 qazwsx qazwsxedc 1qazxsw2 asdf1234 qwer1234 abcd1234 abc12345 a1b2c3d4 aa123456
123456789 1234567890 12345678910 0123456789 987654321 9876543210 0987654321 123123123 123321123 147258369 123456789a a123456789
11223344 12341234 12344321 88888888 11112222 10203040 19841984 20202020 00000000 1234qwer 123qweasd 123qwe123 qweasdzxc qweasd
letmein welcome welcome1 iloveyou iloveu loveyou mylove lovely trustno1 whatever nothing changeme changeit default secret secret12
admin administrator administrador administrateur root rootroot toor superuser sysadmin test testtest tester testing guest user username
login login123 master master12 access passkey pass passpass password1 computer internet server system samsung google facebook
football futbol fussball baseball basketball hockey soccer liverpool arsenal chelsea barcelona realmadrid juventus ronaldo messi
monkey dragon tigger shadow sunshine princess superman batman spiderman starwars pokemon naruto minecraft fortnite jordan jordan23
michael jennifer jessica charlie daniel andrew thomas robert matthew ashley nicole hannah samantha alexander alexandra anthony
summer winter spring autumn sommer flower butterfly chocolate cookie cheese banana orange purple diamond forever freedom
mustang ferrari porsche mercedes corvette yamaha harley guitar killer hunter ranger thunder lucky buster pepper ginger maggie
jesus christ blessed angel angels heaven hello hello123 hellohello helloworld goodluck family friends student teacher university
school college education learner learning cairn cairncairn blink182 pa$$word passw0rt geheim hallo hallo123 ichliebedich schatz
`;

/**
 * The passwords that lists of breached accounts hold most often, and the words they are built from. Short on purpose: what it
 * misses is left to the limits on tries.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(LINES.split(/\s+/).filter(Boolean));
