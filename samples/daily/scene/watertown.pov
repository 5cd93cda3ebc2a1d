// An old street on the water: white walls, dark roofs, a stone bridge, for the feature page.
// povray +Iwatertown.pov +Owatertown.png +W1400 +H1050 +A0.1
#version 3.7;
#ifndef (Snow) #declare Snow = 0; #end     // Declare=Snow=1: the same street in snow at dusk
global_settings { assumed_gamma 1.0 max_trace_level 5 }
camera { location <-1.5, 4.6, -34> look_at <0.6, 4.5, 10> angle 58 right x*image_width/image_height }
#if (Snow)
  light_source { <-300, 260, -300> rgb <0.26, 0.31, 0.44> }
  light_source { <300, 400, -100> rgb <0.13, 0.16, 0.25> shadowless }
  sky_sphere { pigment { gradient y color_map { [0 rgb <0.33, 0.35, 0.44>] [0.4 rgb <0.19, 0.23, 0.34>] [1 rgb <0.08, 0.11, 0.20>] } } }
  fog { distance 150 rgb <0.27, 0.30, 0.39> }
#else
  light_source { <-260, 300, -240> rgb <1.7, 1.46, 1.16> }
  light_source { <300, 400, -300> rgb <0.25, 0.30, 0.38> shadowless }
  sky_sphere { pigment { gradient y color_map { [0 rgb <0.95, 0.90, 0.80>] [0.3 rgb <0.68, 0.78, 0.86>] [1 rgb <0.30, 0.48, 0.70>] } } }
  fog { fog_type 2 fog_offset 0 fog_alt 14 distance 420 rgb <0.86, 0.86, 0.83> }
#end
#declare R = seed(5);
plane { y, 0 pigment { rgb <0.055, 0.075, 0.06> } normal { bumps 0.10 scale <1.6, 1, 0.7> turbulence 0.25 }
  finish { reflection { 0.12, 0.85 fresnel on } conserve_energy diffuse 0.35 } interior { ior 1.33 } }
#declare Wall = texture { pigment { bozo scale <1.6, 3, 1.6> turbulence 0.7 color_map { [0 rgb <0.83, 0.81, 0.76>] [0.7 rgb <0.77, 0.75, 0.70>] [1 rgb <0.55, 0.53, 0.48>] } } finish { diffuse 0.85 ambient 0.03 } }
#declare Tile = texture { #if (Snow) pigment { granite scale 3 color_map { [0 rgb <0.80, 0.83, 0.90>] [0.74 rgb <0.86, 0.88, 0.94>] [0.78 rgb 0.12] [1 rgb 0.09] } } #else pigment { rgb <0.085, 0.088, 0.095> } #end
  normal { gradient z 0.9 sine_wave scale 0.34 } finish { diffuse 0.85 specular 0.08 roughness 0.06 } }
#declare Wood = texture { pigment { wood turbulence 0.1 scale <0.3, 4, 0.3> color_map { [0 rgb <0.17, 0.09, 0.05>] [1 rgb <0.11, 0.06, 0.035>] } } finish { diffuse 0.8 } }
#declare Stone = texture { pigment { granite scale 2 color_map { [0 rgb <0.46, 0.44, 0.40>] [1 rgb <0.32, 0.31, 0.285>] } } normal { brick 0.5 brick_size <1.6, 0.5, 1.2> mortar 0.05 } finish { diffuse 0.85 } }
#macro Pane(X, Y, Z, W, H)   // a lattice window towards the water (its front is x = X)
  union {
    box { <X-0.12, Y, Z>, <X+0.12, Y+H, Z+W> texture { Wood } }
    #for (I, 0, 3) box { <X-0.16, Y+0.12, Z+0.12+I*(W-0.24)/4>, <X+0.16, Y+H-0.12, Z+0.04+(I+1)*(W-0.24)/4>
      #if (Snow & rand(R) > 0.35) pigment { rgb <1, 0.62, 0.25> } finish { emission 0.85 diffuse 0.1 } #else pigment { rgb <0.05, 0.045, 0.04> } finish { reflection 0.12 } #end } #end
  }
#end
// a house on the bank at side S (−1 left, 1 right), its gable towards the street
#macro House(S, Z, L, H, Back)
  #local X = S*(7.6 + Back);
  union {
    box { <X, 1.1, Z>, <X + S*9, H, Z + L> texture { Wall } }
    // roof: two slopes along z
    prism { linear_sweep linear_spline Z - 0.5, Z + L + 0.5, 6, <-0.9, 0>, <5, 3.1>, <10.4, 0>, <10.4, 0.34>, <5, 3.5>, <-1.0, 0.34>
      rotate -90*x scale <S, 1, -1> translate <X, H - 0.15, 0> texture { Tile } }
    // stepped fire walls
    #for (E, 0, 1) #for (K, 0, 2)
      box { <X + S*(-0.5 + K*1.7), 1, Z + E*L - 0.22>, <X + S*(9.5 - K*1.7), H + 0.9 + K*1.25, Z + E*L + 0.22> texture { Wall } }
      box { <X + S*(-0.8 + K*1.7), H + 0.9 + K*1.25, Z + E*L - 0.5>, <X + S*(9.8 - K*1.7), H + 1.15 + K*1.25, Z + E*L + 0.5> texture { Tile } }
    #end #end
    Pane(X, 3.9, Z + L*0.16, L*0.26, 1.6) Pane(X, 3.9, Z + L*0.58, L*0.26, 1.6)
    #if (H > 7) Pane(X, H - 2.6, Z + L*0.16, L*0.68, 1.5) #end
    box { <X - 0.1, 1.1, Z + L*0.44>, <X + 0.1, 3.4, Z + L*0.56> texture { Wood } }
    #for (K, 0, 1)
      #local P = <X - S*1.2, H - 1.2, Z + L*(0.25 + 0.5*K)>;
      sphere { 0, 1 scale <0.42, 0.36, 0.42> translate P pigment { rgb <0.75, 0.05, 0.02> } finish { diffuse 0.7 emission 0.1 + Snow*0.75 } no_shadow }
      cylinder { P + <0, 0.3, 0>, P + <0, 1.1, 0>, 0.03 texture { Wood } }
      #if (Snow) light_source { P rgb <0.95, 0.30, 0.10>*0.5 fade_distance 2.6 fade_power 2 } #end
    #end
  }
#end
House(-1, -20, 9, 6.4, 0.4) House(-1, -10, 8, 8.6, 0) House(-1, -1, 8, 6.6, 0.5) House(-1, 8, 9, 8.2, 0) House(-1, 18, 10, 7, 0.3) House(-1, 31, 11, 9, 0)
House(1, -23, 8, 8.2, 0.2) House(1, -14, 9, 6.4, 0) House(1, -4, 9, 8.8, 0.5) House(1, 6, 8, 6.6, 0.1) House(1, 16, 10, 8.6, 0) House(1, 30, 12, 7, 0.4)
// banks, steps
#for (S, -1, 1, 2)
  box { <S*5.2, -2, -60>, <S*30, 1.15, 80> texture { Stone } }
  #if (Snow) box { <S*5.25, 1.15, -60>, <S*30, 1.24, 80> pigment { rgb <0.82, 0.85, 0.92> } normal { bumps 0.2 scale 0.5 } } #end
  #for (K, 0, 4) box { <S*(5.2 - K*0.42), -2, 1.5 - K*0.1>, <S*5.3, 1.0 - K*0.24, 5 + K*0.1> texture { Stone } } #end
  #for (K, 0, 26) cylinder { <S*5.5, 1.1, -32 + K*3>, <S*5.5, 2.0, -32 + K*3>, 0.09 texture { Stone } } #end
#end
// the bridge: three arches
difference {
  union {
    prism { linear_sweep quadratic_spline 13.2, 17.2, 9, <-12, 0>, <-11, 0>, <-7, 2.6>, <0, 5.6>, <7, 2.6>, <11, 0>, <11, -3>, <-11, -3>, <-11, 0> rotate -90*x scale <1, 1, -1> texture { Stone } }
  }
  cylinder { <0, 0, 10>, <0, 0, 20>, 3.4 texture { Stone } }
  cylinder { <-5.4, 0, 10>, <-5.4, 0, 20>, 1.3 texture { Stone } }
  cylinder { <5.4, 0, 10>, <5.4, 0, 20>, 1.3 texture { Stone } }
}
#for (E, 0, 1) #for (I, -7, 7) #local Y = 5.6 - 0.0613*I*I*1.02; cylinder { <I, Y - 0.4, 13.4 + E*3.6>, <I, Y + 0.9, 13.4 + E*3.6>, 0.13 texture { Stone } }
  #if (I < 7) cylinder { <I, Y + 0.7, 13.4 + E*3.6>, <I+1, 5.6 - 0.0625*(I+1)*(I+1) + 0.7, 13.4 + E*3.6>, 0.12 texture { Stone } } #end #end #end
// a boat with a mat awning
#macro Boat(X, Z, A)
  union {
    difference { sphere { 0, 1 scale <0.95, 0.75, 3.6> translate 0.55*y } box { <-3, 0.52, -6>, <3, 4, 6> } texture { Wood } }
    difference { cylinder { <0, 0.2, -1.3>, <0, 0.2, 1.2>, 0.86 } cylinder { <0, 0.2, -1.6>, <0, 0.2, 1.6>, 0.80 } box { <-2, -2, -3>, <2, 0.35, 3> }
      #if (Snow) pigment { rgb <0.75, 0.78, 0.85> } #else pigment { rgb <0.10, 0.08, 0.05> } #end normal { gradient z 0.6 scale 0.16 } translate 0.25*y }
    rotate A*y translate <X, 0, Z> }
#end
Boat(-2.6, -8, 8) Boat(2.9, -1, -5) Boat(-3.2, 6, 3)
#if (Snow)
  #for (I, 0, 1500) #local D = 3 + pow(rand(R), 0.6)*42; sphere { <(rand(R)-0.5)*D*1.5 - 1.5, rand(R)*D*0.9, -34 + D>, 0.022 + rand(R)*0.035 pigment { rgb 0.95 } finish { emission 0.35 diffuse 0.5 } no_shadow no_reflection } #end
#end
// hills
#for (K, 0, 6) sphere { 0, 1 scale <40 + rand(R)*40, 15 + rand(R)*16, 30> translate <-120 + K*40, 0, 150 + rand(R)*40> pigment { rgb <0.10, 0.16, 0.10> } normal { granite 0.5 scale 8 } } #end
