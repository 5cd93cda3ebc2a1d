// The lead photo of the sample edition: a cable-stayed bridge over a wide river before sunrise.
// povray +Ibridge.pov +Obridge.png +W1800 +H1200 +A0.1; Declare=Wide=1 +W3200 +H1300 for the wide one
#version 3.7;
#include "colors.inc"
#include "functions.inc"
global_settings { assumed_gamma 1.0 max_trace_level 8 }

#ifndef (Wide) #declare Wide = 0; #end  // the whole main span, for a picture over two pages
#if (Wide)
  camera { location <96, 22, -470> look_at <166, 58, 0> angle 62 right x*image_width/image_height }
#else
  camera { location <-210, 26, -330> look_at <95, 46, 120> angle 52 right x*image_width/image_height }
#end
light_source { <900, 190, 900> rgb <1.5, 1.02, 0.62> parallel point_at <0, 0, 0> }
light_source { <-400, 500, -500> rgb <0.26, 0.32, 0.44> shadowless }

sky_sphere {
  pigment { gradient y
    color_map { [0.00 rgb <1.02, 0.66, 0.36>] [0.06 rgb <0.98, 0.70, 0.46>] [0.16 rgb <0.72, 0.66, 0.66>]
                [0.36 rgb <0.36, 0.47, 0.64>] [1.00 rgb <0.12, 0.22, 0.42>] } }
  pigment { wrinkles turbulence 0.5 octaves 6 scale <0.9, 0.13, 0.5> translate 3
    color_map { [0.00 rgbt <1, 0.72, 0.5, 1>] [0.52 rgbt <1, 0.76, 0.56, 1>] [0.68 rgbt <1.05, 0.78, 0.58, 0.45>]
                [0.86 rgbt <0.86, 0.72, 0.70, 0.2>] [1.00 rgbt <0.7, 0.62, 0.66, 0.25>] } }
}
fog { fog_type 2 distance 2300 rgb <0.82, 0.60, 0.44> fog_offset 0 fog_alt 14 turbulence 0.3 }

// the river
plane { y, 0
  pigment { rgb <0.035, 0.055, 0.07> }
  normal { bumps 0.22 scale <9, 3, 3.2> turbulence 0.25 }
  finish { reflection { 0.1, 0.86 fresnel on } conserve_energy specular 0.5 roughness 0.004 diffuse 0.3 ambient 0 }
  interior { ior 1.33 }
}

#declare Concrete = texture {
  pigment { bozo scale 5 turbulence 0.4 color_map { [0 rgb <0.60, 0.58, 0.55>] [1 rgb <0.52, 0.50, 0.48>] } }
  finish { diffuse 0.85 ambient 0.05 } }
#declare Steel = texture { pigment { rgb <0.80, 0.78, 0.74> } finish { diffuse 0.7 specular 0.35 roughness 0.02 ambient 0.08 } }
#declare Red = texture { pigment { rgb <0.62, 0.06, 0.035> } finish { diffuse 0.8 ambient 0.06 specular 0.1 } }

#declare Half = 13;      // of the deck
#declare Deck = 24;
// One tower: two inclined legs that meet above the deck, a cross beam, a head.
#macro Tower()
  union {
    #for (S, -1, 1, 2)
      sphere_sweep { linear_spline 3, <0, -8, S*17>, 3.6, <0, Deck, S*18.5>, 3.2, <0, 104, S*2.6>, 2.3 texture { Concrete } }
    #end
    box { <-3, 86, -5.4>, <3, 142, 5.4> texture { Concrete } }
    box { <-2.4, Deck-7, -18>, <2.4, Deck-2.5, 18> texture { Concrete } }
    box { <-9, -6, -27>, <9, 3.2, 27> texture { Concrete } }
    cylinder { <0, 142, 0>, <0, 150, 0>, 0.35 texture { Steel } }
  }
#end
#macro Cables(X)
  #for (K, 1, 14)
    #for (D, -1, 1, 2)
      #for (S, -1, 1, 2)
        cylinder { <X, 88 + K*3.6, S*1.6>, <X + D*K*10.4, Deck + 0.6, S*(Half - 1)>, 0.20 texture { Steel } }
      #end
    #end
  #end
#end
#declare Bridge = union {
  #for (T, -1, 1) object { Tower() translate <T*310, 0, 0> } #end
  #for (T, -1, 1) Cables(T*310) #end
  box { <-900, Deck-3.2, -Half+2.4>, <1500, Deck-0.9, Half-2.4> texture { Concrete } }
  box { <-900, Deck-0.9, -Half>, <1500, Deck, Half> texture { Concrete } }
  #for (S, -1, 1, 2)
    box { <-900, Deck, S*(Half-0.3)-0.12>, <1500, Deck+1.2, S*(Half-0.3)+0.12> texture { Steel } }
  #end
  #for (I, 0, 70)
    #for (S, -1, 1, 2)
      cylinder { <-560+I*24, Deck, S*(Half-0.9)>, <-560+I*24, Deck+8, S*(Half-0.9)>, 0.16 texture { Steel } }
      sphere { <-560+I*24, Deck+8.1, S*(Half-1.9)>, 0.42 pigment { rgb <1, 0.86, 0.55> } finish { emission 1.3 diffuse 0 } no_shadow }
    #end
  #end
  #for (I, 1, 9) box { <540+I*75-2, -6, -8>, <540+I*75+2, Deck-3, 8> texture { Concrete } } #end
}
object { Bridge rotate -7*y translate <40, 0, 95> }

// hills on the far bank, and a town at their feet
#declare R = seed(7);
#macro Hills(Z, Height, Tint, Seed)
  height_field { function 500, 220 { pow(max(0, f_ridged_mf(x*4+Seed, y*2.4, Seed, 0.9, 2.1, 6, 0.8, 2, 2))*0.34, 1.25)*min(1, y*5)*min(1, (1-y)*4) }
    smooth translate <-0.5, 0, 0> scale <5200, Height, 900> translate <500, -6, Z>
    pigment { rgb Tint } finish { diffuse 0.75 ambient 0.03 } }
#end
Hills(640, 210, <0.07, 0.10, 0.08>, 3.1)
Hills(1500, 430, <0.10, 0.13, 0.15>, 8.4)
#for (I, 0, 170)
  #declare X = -900 + rand(R)*2500; #declare H = 9 + pow(rand(R), 3)*58; #declare W = 7 + rand(R)*9;
  box { <X, -2, 590 + rand(R)*60>, <X+W, H, 660>
    pigment { rgb <0.46, 0.44, 0.45>*(0.6 + 0.6*rand(R)) } finish { diffuse 0.8 ambient 0.05 } }
  #for (J, 0, 3)
    box { <X + rand(R)*W*0.8, rand(R)*H*0.9, 588>, <X + 1.3 + rand(R)*W*0.7, rand(R)*H*0.9 + 0.8, 588.6>
      pigment { rgb <1, 0.8, 0.45> } finish { emission 0.55 diffuse 0 } no_shadow }
  #end
#end

// two barges on their way down the river
#macro Barge(X, Z, A)
  union {
    prism { linear_spline 0, 2.6, 7, <-24, -4>, <20, -4>, <27, 0>, <20, 4>, <-24, 4>, <-25, 0>, <-24, -4> texture { Red } }
    box { <-22, 2.6, -3>, <-15, 7.6, 3> texture { Steel } }
    box { <-13, 2.6, -3>, <17, 3.8, 3> pigment { rgb <0.30, 0.25, 0.19> } }
    cylinder { <-18, 7.5, 0>, <-18, 13, 0>, 0.15 texture { Steel } }
    rotate A*y translate <X, 0, Z> }
#end
object { Barge(-128, -150, 187) }
object { Barge(258, -20, 188) }
