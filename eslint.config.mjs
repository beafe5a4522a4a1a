import globals from "globals";

export default [
  {
    files: ["src/accordingto/**/*.{js,mjs}"],
    languageOptions: { globals: globals.browser },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-shadow": "error",
      "no-undef": "error",
      "no-unused-vars": ["error", { varsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "prefer-const": "error",
      "max-lines": ["error", 150],
    },
  },
];
