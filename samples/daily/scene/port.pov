// A container quay at noon: a gantry crane, a ship and stacks of boxes, for the inside page.
// povray +Iport.pov +Oport.png +W1500 +H1000 +A0.1
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 5 }
camera { location <-128, 34, -112> look_at <22, 27, 10> angle 56 right x*image_width/image_height }
light_source { <-500, 620, -560> rgb <1.75, 1.62, 1.42> parallel point_at <0, 0, 0> }
light_source { <600, 500, -200> rgb <0.24, 0.30, 0.40> shadowless }
sky_sphere {
  pigment { gradient y color_map { [0 rgb <0.80, 0.86, 0.90>] [0.25 rgb <0.50, 0.66, 0.84>] [1 rgb <0.17, 0.35, 0.66>] } }
  pigment { bozo turbulence 0.75 octaves 7 omega 0.56 lambda 2.2 scale <0.55, 0.2, 0.55> translate <4, 0, 1>
    color_map { [0 rgbt 1] [0.50 rgbt 1] [0.66 rgbt <1, 1, 1, 0.35>] [1 rgbt <0.88, 0.90, 0.94, 0.1>] } }
}
fog { fog_type 2 fog_offset 0 fog_alt 60 distance 1900 rgb <0.72, 0.80, 0.88> }
#declare R = seed(12);
plane { y, -4 pigment { rgb <0.05, 0.09, 0.105> } normal { bumps 0.16 scale <7, 3, 3> turbulence 0.3 }
  finish { reflection { 0.06, 0.75 fresnel on } conserve_energy diffuse 0.4 specular 0.4 roughness 0.01 } interior { ior 1.33 } }
// quay
box { <-400, -8, -300>, <600, 0, 4>
  pigment { bozo scale 6 turbulence 0.6 color_map { [0 rgb <0.40, 0.39, 0.37>] [1 rgb <0.33, 0.325, 0.32>] } } finish { diffuse 0.85 } }
box { <-400, 0, 1.5>, <600, 0.9, 3.2> pigment { gradient x scale 6 color_map { [0 rgb <0.75, 0.58, 0.05>] [0.5 rgb <0.75, 0.58, 0.05>] [0.5 rgb 0.06] [1 rgb 0.06] } } }
#for (S, 0, 1) box { <-400, 0, -3-S*24-0.12>, <600, 0.16, -3-S*24+0.12> pigment { rgb 0.2 } finish { specular 0.4 } } #end

#declare Hue = array[8] { <0.50, 0.05, 0.035>, <0.03, 0.15, 0.36>, <0.02, 0.24, 0.20>, <0.62, 0.27, 0.03>, <0.52, 0.50, 0.46>, <0.22, 0.24, 0.26>, <0.44, 0.10, 0.06>, <0.04, 0.27, 0.44> };
#macro Box(X, Y, Z, L)   // a container of 12.2 × 2.44 × 2.6 m
  box { <X, Y, Z>, <X + L, Y + 2.58, Z + 2.44>
    pigment { rgb Hue[int(rand(R)*7.99)]*(0.75 + 0.45*rand(R)) }
    normal { gradient x 0.55 triangle_wave scale 0.42 } finish { diffuse 0.85 specular 0.06 roughness 0.08 } }
#end
// stacks on land
#for (I, 0, 13) #for (J, 0, 4)
  #local H = 1 + int(rand(R)*4.6);
  #for (K, 0, H-1) Box(-40 + I*13.2, K*2.6, -58 - J*2.7, 12.2) #end
#end #end
#for (I, 0, 4) #for (J, 0, 3) #for (K, 0, int(rand(R)*2.5)) Box(-122 + I*12.9, K*2.6, -76 - J*2.7, 12.2) #end #end #end

// the ship
#declare Hull = union {
  prism { linear_sweep linear_spline -5, 13, 9, <-70, -13>, <-70, 13>, <60, 13>, <88, 8>, <99, 0>, <88, -8>, <60, -13>, <-70, -13>, <-70, 13>
    pigment { rgb <0.035, 0.085, 0.20> } finish { diffuse 0.8 specular 0.25 roughness 0.03 } }
  prism { linear_sweep linear_spline -5.05, -2.6, 9, <-70, -13.05>, <-70, 13.05>, <60, 13.05>, <88, 8.05>, <99.05, 0>, <88, -8.05>, <60, -13.05>, <-70, -13.05>, <-70, 13.05>
    pigment { rgb <0.40, 0.05, 0.035> } }
  box { <-64, 13, -11>, <-50, 34, 11> pigment { rgb <0.86, 0.86, 0.83> } }
  box { <-66, 34, -14>, <-52, 38, 14> pigment { rgb <0.86, 0.86, 0.83> } }
  box { <-65.9, 35.2, -13.2>, <-51.9, 36.8, 13.2> pigment { rgb <0.05, 0.07, 0.09> } finish { reflection 0.3 } }
  #for (F, 0, 4) box { <-50.1, 16+F*3.6, -9>, <-49.9, 17.4+F*3.6, 9> pigment { gradient z scale 2.2 color_map { [0 rgb 0.1] [0.5 rgb 0.1] [0.5 rgb 0.84] [1 rgb 0.84] } } } #end
  cylinder { <-58, 38, 0>, <-58, 49, 0>, 0.35 pigment { rgb 0.8 } }
  box { <-62, 34, 5>, <-56, 43, 10> pigment { rgb <0.55, 0.08, 0.05> } }
}
object { Hull translate <34, 0, 21> }
#for (I, 0, 8) #for (J, 0, 8)
  #local H = 3 + int(rand(R)*3.2) - (I > 6)*2;
  #for (K, 0, H-1) Box(34 - 46 + I*13.3, 12.6 + K*2.6, 21 - 12 + J*2.66, 12.2) #end
#end #end

// gantry cranes
#declare Paint = texture { pigment { rgb <0.66, 0.10, 0.03> } finish { diffuse 0.82 specular 0.18 roughness 0.04 } }
#macro Bar(A, B, W) cylinder { A, B, W texture { Paint } } #end
#macro Crane(X, Up)
  union {
    #for (SX, -1, 1, 2)
      #for (SZ, 0, 1) Bar(<SX*11, 0, -3-SZ*24>, <SX*10, 47, -3-SZ*24>, 1.0) box { <SX*11-2.4, 0, -4.2-SZ*24>, <SX*11+2.4, 2.4, -1.8-SZ*24> texture { Paint } } #end
      Bar(<SX*10.6, 19, -3>, <SX*10.6, 19, -27>, 0.8) Bar(<SX*10.6, 19, -27>, <SX*10.2, 45, -3>, 0.45)
      Bar(<SX*3, 47, -44>, <SX*3, 47, 2>, 1.0)
      #if (Up) Bar(<SX*3, 47, 2>, <SX*3, 88, 20>, 0.9) #else Bar(<SX*3, 47, 2>, <SX*3, 47, 50>, 0.9) #end
      Bar(<SX*10, 47, -3>, <SX*2, 70, -5>, 0.6) Bar(<SX*10, 47, -27>, <SX*2, 70, -5>, 0.5)
      #if (!Up) cylinder { <SX*2, 70, -5>, <SX*3, 48, 44>, 0.22 texture { Paint } } cylinder { <SX*2, 70, -5>, <SX*3, 48, 22>, 0.22 texture { Paint } } #end
      cylinder { <SX*2, 70, -5>, <SX*3, 48, -42>, 0.22 texture { Paint } }
      #for (Z, -42, -4, 6) Bar(<SX*3, 45.4, Z>, <SX*3, 48.6, Z+3>, 0.22) #end
    #end
    Bar(<-11, 47, -3>, <11, 47, -3>, 0.9) Bar(<-11, 47, -27>, <11, 47, -27>, 0.9) Bar(<-11, 19, -27>, <11, 19, -27>, 0.7)
    box { <-4.5, 48, -40>, <4.5, 53, -28> pigment { rgb <0.80, 0.80, 0.77> } }
    translate <X, 0, 0> }
#end
Crane(18, 0) Crane(78, 1) Crane(-58, 1) Crane(150, 0)
box { <15.6, 42.5, 20>, <20.4, 46, 25> pigment { rgb <0.82, 0.82, 0.8> } }
#for (SX, -1, 1, 2) #for (SZ, -1, 1, 2) cylinder { <18+SX*2, 42.6, 22.4+SZ>, <18+SX*3.6, 33.2, 22.4+SZ>, 0.10 pigment { rgb 0.1 } } #end #end
box { <11.9, 32.4, 21.2>, <24.1, 33.2, 23.7> pigment { rgb <0.75, 0.55, 0.05> } }
Box(11.9, 29.7, 21.2, 12.2)
// lorries
#macro Lorry(X, Z)
  union { box { <0, 1.1, 0>, <13, 1.5, 2.4> pigment { rgb 0.08 } } box { <13.4, 0.7, 0>, <16, 3.6, 2.4> pigment { rgb <0.85, 0.85, 0.82> } } box { <15.2, 2.2, -0.02>, <16.05, 3.3, 2.42> pigment { rgb 0.06 } }
    #for (I, 0, 4) #for (S, 0, 1) cylinder { <1.2+I*1.3+(I>2)*7, 0.6, S*2.2>, <1.2+I*1.3+(I>2)*7, 0.6, S*2.2+0.25>, 0.6 pigment { rgb 0.03 } } #end #end
    translate <X, 0, Z> }
  Box(X+0.4, 1.5, Z, 12.2)
#end
Lorry(-16, -17) Lorry(36, -17) Lorry(-92, -44)
// the other bank
#for (I, 0, 90) #local X = -700 + rand(R)*1900; box { <X, -4, 560>, <X + 12 + rand(R)*26, 6 + pow(rand(R), 2)*52, 600> pigment { rgb <0.52, 0.56, 0.60>*(0.8 + 0.4*rand(R)) } } #end
