// Tea terraces in the morning mist, for the feature page.
// povray +Iterraces.pov +Oterraces.png +W1800 +H1100 +A0.1
#version 3.7;
#include "functions.inc"
global_settings { assumed_gamma 1.0 max_trace_level 4 }
camera { location <0, 118, -250> look_at <10, 62, 60> angle 54 right x*image_width/image_height }
light_source { <-700, 420, -120> rgb <1.75, 1.50, 1.12> parallel point_at <0, 0, 0> }
light_source { <500, 600, -400> rgb <0.22, 0.27, 0.34> shadowless }
sky_sphere {
  pigment { gradient y color_map { [0 rgb <0.93, 0.90, 0.82>] [0.18 rgb <0.70, 0.79, 0.86>] [0.5 rgb <0.34, 0.52, 0.72>] [1 rgb <0.2, 0.36, 0.6>] } }
  pigment { bozo turbulence 0.7 octaves 6 omega 0.55 scale <0.7, 0.16, 0.5> translate <2, 0, 0>
    color_map { [0 rgbt 1] [0.5 rgbt <1, 1, 1, 1>] [0.75 rgbt <1, 0.98, 0.94, 0.25>] [1 rgbt <0.95, 0.93, 0.92, 0.1>] } }
}
fog { fog_type 2 distance 700 rgb <0.92, 0.88, 0.80> fog_offset 6 fog_alt 12 turbulence 0.5 turb_depth 0.4 }
fog { fog_type 2 distance 5200 rgb <0.74, 0.80, 0.86> fog_offset 40 fog_alt 60 }

// height of the land: a bowl of rounded hills
#declare Noise = function { f_noise3d(x, y, z) }
#declare Land = function(x, z) {
  26 + 58*Noise(x*0.0062 + 4.3, 0.5, z*0.0062 + 1.7) + 46*Noise(x*0.0028 + 9, 2.5, z*0.0028) + 0.00035*x*x + max(0, z)*0.07 - 34*exp(-((x-12)*(x-12) + (z+40)*(z+40))/9000) }
#declare Step = 3.4;   // height of a terrace
#declare Fraction = function(v) { v - floor(v) }
// a terrace is flat for two thirds of its rise and climbs in the last
#declare Terraced = function(x, z) {
  Step*(floor(Land(x, z)/Step) + pow(Fraction(Land(x, z)/Step), 7)) }

// rows of bushes follow the contour lines: three to a terrace
#declare Bush = function(x, z) {
  1.25*pow(abs(sin(3*pi*Fraction(Land(x, z)/Step))), 0.6)*(0.75 + 0.5*Noise(x*0.9, 3, z*0.9))*(Fraction(Land(x, z)/Step) < 0.86) }

#declare Field = function(x, y, z) { Terraced(x, z) + Bush(x, z) }
height_field {
  function 2400, 2000 { min(1, max(0, Field((x-0.5)*620, 0, (1-y)*560 - 230)/220)) }
  smooth
  translate <-0.5, 0, 0> scale <620, 220, 560> translate <0, 0, -230>
  texture {
    pigment { function { Bush(x, z)/1.9 }
      color_map { [0.00 rgb <0.24, 0.16, 0.085>] [0.14 rgb <0.20, 0.17, 0.07>] [0.26 rgb <0.055, 0.125, 0.022>]
                  [0.62 rgb <0.115, 0.26, 0.035>] [1.00 rgb <0.27, 0.42, 0.07>] } }
    normal { granite 0.22 scale 2.2 }
    finish { diffuse 0.95 ambient 0.02 specular 0.04 roughness 0.05 } }
}
// wooded hills behind
#macro Range(Z, H, S, T)
  height_field { function 900, 300 { pow(max(0, f_ridged_mf(x*3+S, y*1.6, S, 0.85, 2.1, 7, 0.75, 2, 2))*0.36, 1.1)*min(1, y*4)*min(1, (1-y)*3) }
    smooth translate <-0.5, 0, 0> scale <2600, H, 700> translate <0, 20, Z>
    pigment { granite scale 14 color_map { [0 rgb T*0.6] [1 rgb T*1.25] } } normal { granite 0.5 scale 9 } finish { diffuse 0.8 ambient 0.03 } }
#end
Range(330, 165, 2.2, <0.06, 0.115, 0.05>)
Range(760, 330, 7.7, <0.08, 0.13, 0.10>)
Range(1500, 560, 5.1, <0.12, 0.17, 0.18>)

// a few houses with white walls and dark roofs, and trees
#macro House(X, Z, A, W)
  #local Y = Terraced(X, Z);
  union {
    box { <-W, -6, -5>, <W, 7.2, 5> pigment { rgb <0.86, 0.84, 0.79> } finish { diffuse 0.85 ambient 0.05 } }
    prism { linear_sweep linear_spline -W-1.4, W+1.4, 4, <-7, 6.6>, <0, 11.6>, <7, 6.6>, <-7, 6.6> rotate -90*x rotate 90*y rotate 0*z
      matrix <1,0,0, 0,1,0, 0,0,1, 0,0,0> pigment { rgb <0.085, 0.085, 0.09> } normal { gradient x 0.5 scale 0.8 } finish { diffuse 0.8 specular 0.06 } }
    #for (I, -1, 1) box { <I*W*0.55-0.9, 2, -5.1>, <I*W*0.55+0.9, 4.8, -4.8> pigment { rgb <0.10, 0.075, 0.06> } } #end
    rotate A*y translate <X, Y, Z> }
#end
#declare R = seed(31);
#macro Tree(X, Z, H)
  #local Y = Terraced(X, Z);
  union {
    cylinder { <0, -2, 0>, <0, H*0.5, 0>, H*0.035 pigment { rgb <0.12, 0.085, 0.06> } }
    #for (I, 1, 16)
      sphere { <(rand(R)-0.5)*H*0.55, H*(0.45 + rand(R)*0.5), (rand(R)-0.5)*H*0.55>, H*(0.10 + rand(R)*0.10)
        pigment { rgb <0.055, 0.12, 0.03>*(0.6 + rand(R)*0.9) } normal { granite 0.9 scale 0.9 } finish { diffuse 0.9 ambient 0.02 } }
    #end
    translate <X, Y, Z> }
#end
House(-16, 66, 14, 9) House(9, 74, -8, 7) House(-42, 84, 24, 8) House(34, 88, 4, 8) House(-8, 96, 10, 9)
#for (I, 0, 46) Tree(-90 + rand(R)*180, 56 + rand(R)*70, 7 + rand(R)*9) #end
#for (I, 0, 12) Tree(-230 + rand(R)*140, 20 + rand(R)*150, 9 + rand(R)*9) Tree(110 + rand(R)*150, 0 + rand(R)*170, 9 + rand(R)*9) #end
