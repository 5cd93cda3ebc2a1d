// A lighthouse on a headland before dawn: the photo of the vertical sample page.
//   povray +Ilighthouse.pov +Olighthouse.png +W900 +H1400 +A0.2 -D
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 6 }

camera { location <0, 3.2, -26> look_at <1.2, 7.6, 0> right x*900/1400 angle 38 }

light_source { <-60, 30, -80> rgb <0.36, 0.38, 0.46> shadowless }  // the sky behind the camera
light_source { <80, 6, 60> rgb <1.1, 0.55, 0.28> }                  // where the sun will rise

sky_sphere {
  pigment {
    gradient y
    color_map {
      [0.00 rgb <0.95, 0.48, 0.20>]
      [0.06 rgb <0.78, 0.40, 0.30>]
      [0.18 rgb <0.33, 0.33, 0.46>]
      [0.45 rgb <0.10, 0.15, 0.30>]
      [1.00 rgb <0.02, 0.04, 0.12>]
    }
  }
  pigment {
    bozo turbulence 0.7 lambda 2.4 scale <0.9, 0.07, 0.4>
    color_map { [0.45 rgbt 1] [0.75 rgbt <0.16, 0.14, 0.22, 0.35>] [1 rgbt <0.75, 0.40, 0.30, 0.5>] }
  }
}

plane {  // the sea
  y, 0
  pigment { rgb <0.03, 0.06, 0.10> }
  normal { bumps 0.22 scale <1.4, 1, 0.35> turbulence 0.4 }
  finish { reflection { 0.08, 0.75 fresnel on } conserve_energy specular 0.5 roughness 0.004 diffuse 0.35 }
  interior { ior 1.33 }
}

#declare Rock = texture {
  pigment { granite scale 1.7 color_map { [0 rgb <0.05, 0.05, 0.06>] [1 rgb <0.17, 0.15, 0.14>] } }
  normal { granite 0.9 scale 0.8 }
  finish { diffuse 0.9 }
}
#declare Seed = seed(7);
blob {  // the headland
  threshold 0.55
  #for (I, 0, 60)
    sphere { <1.6 + rand(Seed)*13 - 3.4, rand(Seed)*1.9 - 0.9, rand(Seed)*5 - 1>, 2.1 + rand(Seed)*1.3, 0.9 }
  #end
  texture { Rock }
}

#declare White = texture { pigment { rgb 0.86 } normal { bumps 0.06 scale 0.25 } finish { diffuse 0.85 specular 0.08 } }
#declare Iron = texture { pigment { rgb <0.10, 0.11, 0.12> } finish { diffuse 0.7 specular 0.3 } }
union {
  cone { <0, 0, 0>, 1.55, <0, 9.2, 0>, 0.95 texture { White } }
  cylinder { <0, 9.2, 0>, <0, 9.45, 0>, 1.45 texture { Iron } }
  #for (I, 0, 23)
    cylinder { <1.38, 9.45, 0>, <1.38, 10.15, 0>, 0.025 rotate y*I*15 texture { Iron } }
  #end
  torus { 1.38, 0.035 translate y*10.15 texture { Iron } }
  torus { 1.38, 0.025 translate y*9.8 texture { Iron } }
  cylinder { <0, 9.45, 0>, <0, 9.9, 0>, 0.9 texture { White } }
  cylinder { <0, 9.9, 0>, <0, 11.2, 0>, 0.5 pigment { rgb <1, 0.93, 0.74> } finish { emission 1.6 diffuse 0 } no_shadow }
  #for (I, 0, 9)
    cylinder { <0.82, 9.9, 0>, <0.82, 11.2, 0>, 0.035 rotate y*I*36 texture { Iron } }
  #end
  cone { <0, 11.2, 0>, 1.12, <0, 12.0, 0>, 0.12 texture { Iron } }
  sphere { <0, 12.1, 0>, 0.16 texture { Iron } }
  #for (I, 0, 2)
    box { <-0.22, 2.2 + I*2.3, -1.7>, <0.22, 3.0 + I*2.3, -0.8> pigment { rgb <0.95, 0.72, 0.35> } finish { emission 0.35 } }
  #end
  box { <-0.4, 0, -1.75>, <0.4, 1.35, -1> texture { Iron } }
  translate <2.2, 2.35, 1>
}
light_source { <2.2, 12.9, 1> rgb <1, 0.9, 0.7>*1.2 fade_distance 6 fade_power 2 }

#macro Beam(Angle)  // the light over the sea: thinner the farther out
  cone {
    <0, 0, 0>, 0.35, <30, 0.2, 0>, 3.4 open hollow
    pigment {
      gradient x scale 30
      color_map { [0 rgbt <1, 0.92, 0.7, 0.62>] [0.4 rgbt <1, 0.92, 0.72, 0.90>] [1 rgbt <1, 0.92, 0.75, 1>] }
    }
    finish { emission 0.75 diffuse 0 } no_shadow no_reflection
    rotate y*Angle translate <2.2, 12.9, 1>
  }
#end
Beam(172) Beam(-14)
