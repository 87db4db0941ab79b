const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Everything that draws. Not: scripts, foreignObject, animation (it can set any attribute), feImage and links (they reach out). */
export const ELEMENTS = words(
  'svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon image text tspan textPath marker',
  'pattern clipPath mask linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite',
  'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
  'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
);

/** Attributes whose value is a number, a keyword, a list of these, or a reference within the picture. */
export const ATTRIBUTES = words(
  // Structure and words for those who cannot see the picture.
  'id class version viewBox preserveAspectRatio width height x y dx dy lang role aria-label aria-labelledby aria-describedby aria-hidden',
  'requiredFeatures requiredExtensions systemLanguage transform transform-origin',
  // Shapes and text.
  'd points pathLength cx cy r rx ry x1 y1 x2 y2 fx fy fr rotate textLength lengthAdjust startOffset method spacing side',
  // Gradients, patterns, markers, masks.
  'gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform markerWidth markerHeight',
  'markerUnits orient refX refY maskUnits maskContentUnits clipPathUnits',
  // Filters.
  'filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY',
  'edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent kernelUnitLength scale xChannelSelector',
  'yChannelSelector azimuth elevation pointsAtX pointsAtY pointsAtZ z limitingConeAngle stdDeviation radius baseFrequency numOctaves',
  'seed stitchTiles tableValues slope intercept amplitude exponent',
  // Presentation.
  'alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters cursor direction',
  'display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust',
  'font-stretch font-style font-variant font-weight image-rendering letter-spacing lighting-color marker marker-end marker-mid',
  'marker-start mask opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray',
  'stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration',
  'text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode',
);
